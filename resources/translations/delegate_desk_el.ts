<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="el_GR" sourcelanguage="en_GB">
<context>
    <name>AdoptionBar</name>
    <message>
        <source>Taken on board: {share}</source>
        <translation>Έγινε δεκτό: {share}</translation>
    </message>
</context>
<context>
    <name>AdoptionLine</name>
    <message>
        <source>in {name}</source>
        <translation>στο {name}</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>Meeting</source>
        <translation>Συνεδρίαση</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Ημερήσια διάταξη</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>Νέο σημείο</translation>
    </message>
    <message>
        <source>Add an item: title, document numbers</source>
        <translation>Νέο σημείο: τίτλος, έγγραφα</translation>
    </message>
</context>
<context>
    <name>AgendaModel</name>
    <message>
        <source>{reference} · not in library</source>
        <translation>{reference} · λείπει</translation>
    </message>
    <message>
        <source>{reference}, not in library</source>
        <translation>{reference}, λείπει</translation>
    </message>
    <message>
        <source>The meeting as a whole</source>
        <translation>Η συνεδρίαση στο σύνολό της</translation>
    </message>
    <message>
        <source>1 intervention</source>
        <translation>1 παρέμβαση</translation>
    </message>
    <message>
        <source>{n} interventions</source>
        <translation>{n} παρεμβάσεις</translation>
    </message>
</context>
<context>
    <name>AgendaView</name>
    <message>
        <source>&amp;Open	Enter</source>
        <translation>Άν&amp;οιγμα	Enter</translation>
    </message>
    <message>
        <source>&amp;Remove Item	Del</source>
        <translation>Α&amp;φαίρεση του σημείου	Del</translation>
    </message>
</context>
<context>
    <name>AlliesView</name>
    <message>
        <source>All</source>
        <translation>Όλα</translation>
    </message>
    <message>
        <source>This dossier</source>
        <translation>Αυτός ο φάκελος</translation>
    </message>
    <message>
        <source>This document</source>
        <translation>Αυτό το έγγραφο</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Τελευταίο έτος</translation>
    </message>
    <message>
        <source>Allies</source>
        <translation>Σύμμαχοι</translation>
    </message>
    <message>
        <source>Internal – never in an export for circulation.</source>
        <translation>Εσωτερικό – ποτέ σε εξαγωγή προς διανομή.</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Εσωτερικό</translation>
    </message>
    <message>
        <source>Too little is known: fewer than {n} common paragraphs.</source>
        <translation>Δεν υπάρχουν αρκετά στοιχεία: λιγότερες από {n} κοινές παράγραφοι.</translation>
    </message>
    <message>
        <source>With us</source>
        <translation>Μαζί μας</translation>
    </message>
    <message>
        <source>With us, meeting by meeting</source>
        <translation>Μαζί μας, ανά συνεδρίαση</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Ομάδες</translation>
    </message>
    <message>
        <source>Agreement of pairs</source>
        <translation>Συμφωνία ανά ζεύγος</translation>
    </message>
    <message>
        <source>1 paragraph</source>
        <translation>1 παράγραφος</translation>
    </message>
    <message>
        <source>{n} paragraphs</source>
        <translation>{n} παράγραφοι</translation>
    </message>
    <message>
        <source>In percent; below it the number of common paragraphs</source>
        <translation>Επί τοις εκατό· από κάτω ο αριθμός των κοινών παραγράφων</translation>
    </message>
</context>
<context>
    <name>AmendedView</name>
    <message>
        <source>The text as it would read. Not an official text.</source>
        <translation>Το κείμενο όπως θα έχει. Δεν είναι επίσημο κείμενο.</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>Εντολή τροποποίησης</translation>
    </message>
    <message>
        <source>Apply another act after it…</source>
        <translation>Εφαρμογή και άλλης πράξης μετά από αυτήν…</translation>
    </message>
    <message>
        <source>Applying {amending} to {base}</source>
        <translation>Εφαρμογή του {amending} στο {base}</translation>
    </message>
    <message>
        <source>{base}, as amended by {amending}</source>
        <translation>{base}, όπως τροποποιείται με το {amending}</translation>
    </message>
    <message>
        <source>Amended · {name}</source>
        <translation>Όπως τροποποιείται · {name}</translation>
    </message>
    <message>
        <source>placed by hand</source>
        <translation>τοποθετήθηκε με το χέρι</translation>
    </message>
    <message>
        <source>1 instruction was not applied</source>
        <translation>1 εντολή δεν εφαρμόστηκε</translation>
    </message>
    <message>
        <source>{n} instructions were not applied</source>
        <translation>{n} εντολές δεν εφαρμόστηκαν</translation>
    </message>
    <message>
        <source>Place here…</source>
        <translation>Τοποθέτηση εδώ…</translation>
    </message>
</context>
<context>
    <name>AnnotationCard</name>
    <message>
        <source>Kind</source>
        <translation>Είδος</translation>
    </message>
    <message>
        <source>Choose another kind</source>
        <translation>Επιλογή άλλου είδους</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Κατάσταση</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>Ορατότητα</translation>
    </message>
    <message>
        <source>Carried over from</source>
        <translation>Μεταφέρθηκε από</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Απάντηση</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Διαγραφή</translation>
    </message>
    <message>
        <source>Mark for circulation</source>
        <translation>Σήμανση προς κυκλοφορία</translation>
    </message>
    <message>
        <source>Mark as internal</source>
        <translation>Σήμανση ως εσωτερικού</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ έγινε</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ανοικτό</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Πάλι ανοικτό</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>Να σημειωθεί ότι έγινε</translation>
    </message>
    <message>
        <source>Status: done</source>
        <translation>Κατάσταση: έγινε</translation>
    </message>
    <message>
        <source>Status: open</source>
        <translation>Κατάσταση: ανοικτό</translation>
    </message>
    <message>
        <source>↗ circulation</source>
        <translation>↗ κυκλοφορία</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>εσωτερικό</translation>
    </message>
    <message>
        <source>Included in exports for circulation. Press to mark as internal.</source>
        <translation>Περιέχεται στις εξαγωγές που κυκλοφορούν· πατήστε για να μείνει εσωτερικό</translation>
    </message>
    <message>
        <source>Not included in exports for circulation. Press to mark for circulation.</source>
        <translation>Δεν περιέχεται ποτέ σε εξαγωγές που κυκλοφορούν· πατήστε για να περιληφθεί</translation>
    </message>
    <message>
        <source>Visibility: circulation</source>
        <translation>Ορατότητα: κυκλοφορία</translation>
    </message>
    <message>
        <source>Visibility: internal</source>
        <translation>Ορατότητα: εσωτερικό</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>Γράψτε…</translation>
    </message>
    <message>
        <source>Reply: {kind}</source>
        <translation>Απάντηση: {kind}</translation>
    </message>
    <message>
        <source>! overdue since {when}</source>
        <translation>! εκπρόθεσμο από {when}</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>προθεσμία {when}</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Κείμενο της σημείωσης</translation>
    </message>
    <message>
        <source>Reply to the note</source>
        <translation>Απάντηση στη σημείωση</translation>
    </message>
    <message>
        <source>Move the note to the trash</source>
        <translation>Μετακίνηση της σημείωσης στον κάδο</translation>
    </message>
    <message>
        <source>✓ answered</source>
        <translation>✓ απαντήθηκε</translation>
    </message>
</context>
<context>
    <name>AnnotationFilterPane</name>
    <message>
        <source>Filter notes</source>
        <translation>Περιορισμός των σημειώσεων</translation>
    </message>
    <message>
        <source>Created from: a day, month or year</source>
        <translation>Από, ημέρα, μήνας ή έτος</translation>
    </message>
    <message>
        <source>Created from: 2026-11-25</source>
        <translation>Από: 2026-11-25</translation>
    </message>
    <message>
        <source>Created until: a day, month or year</source>
        <translation>Έως, ημέρα, μήνας ή έτος</translation>
    </message>
    <message>
        <source>Created until: 2026-11</source>
        <translation>Έως: 2026-11</translation>
    </message>
    <message>
        <source>Not a date. Examples: 2026-11-25, 2026-11, 2026</source>
        <translation>Δεν είναι ημερομηνία. Παραδείγματα: 2026-11-25, 2026-11, 2026</translation>
    </message>
</context>
<context>
    <name>AnnotationList</name>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Είδος</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>Έ&amp;γινε</translation>
    </message>
    <message>
        <source>Not Done &amp;Yet</source>
        <translation>Δεν έγινε α&amp;κόμη</translation>
    </message>
    <message>
        <source>&amp;Internal</source>
        <translation>Ε&amp;σωτερικό</translation>
    </message>
    <message>
        <source>For &amp;Circulation</source>
        <translation>Προς κυκλο&amp;φορία</translation>
    </message>
    <message>
        <source>&amp;Done / Reopen</source>
        <translation>Έ&amp;γινε, ή πάλι ανοικτό</translation>
    </message>
    <message>
        <source>&amp;Internal / Circulation</source>
        <translation>Ε&amp;σωτερικό, ή προς κυκλοφορία</translation>
    </message>
    <message>
        <source>T&amp;ags…</source>
        <translation>Ε&amp;τικέτες…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Αλλαγή…</translation>
    </message>
    <message>
        <source>Move to the T&amp;rash</source>
        <translation>Μεταφορά στον κά&amp;δο</translation>
    </message>
</context>
<context>
    <name>AnnotationListModel</name>
    <message>
        <source>answer</source>
        <translation>απάντηση</translation>
    </message>
    <message>
        <source>circulation</source>
        <translation>κυκλοφορία</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>εσωτερικό</translation>
    </message>
    <message>
        <source>done</source>
        <translation>έγινε</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>εκπρόθεσμο</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>προθεσμία {when}</translation>
    </message>
</context>
<context>
    <name>AnnotationListsController</name>
    <message>
        <source>1 more</source>
        <translation>1 ακόμη</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} ακόμη</translation>
    </message>
    <message>
        <source>Show deadlines</source>
        <translation>Εμφάνιση όσων εκκρεμούν</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Σημειώσεις</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Τι εκκρεμεί</translation>
    </message>
    <message>
        <source>{n} overdue</source>
        <translation>{n} εκπρόθεσμα</translation>
    </message>
    <message>
        <source>{n} due within a day</source>
        <translation>{n} λήγουν εντός ημέρας</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>εκπρόθεσμο</translation>
    </message>
</context>
<context>
    <name>BackupController</name>
    <message>
        <source>library</source>
        <translation>βιβλιοθήκη</translation>
    </message>
    <message>
        <source>Backups (*{suffix})</source>
        <translation>Αντίγραφα ασφαλείας (*{suffix})</translation>
    </message>
    <message>
        <source>Back Up the Library</source>
        <translation>Αντίγραφο ασφαλείας της βιβλιοθήκης</translation>
    </message>
    <message>
        <source>Backup verified: {file}, {count} documents with their originals, {size}.</source>
        <translation>Το {file} ανοίχθηκε εκ νέου και είναι πλήρες: {count} έγγραφα με τα πρωτότυπά τους, {size}.</translation>
    </message>
    <message>
        <source>The original of {name} is missing.</source>
        <translation>Το πρωτότυπο του {name} λείπει.</translation>
    </message>
    <message>
        <source>The original of {name} is damaged.</source>
        <translation>Το πρωτότυπο του {name} έχει καταστραφεί.</translation>
    </message>
    <message>
        <source>Backup complete</source>
        <translation>Αντίγραφο έτοιμο</translation>
    </message>
    <message>
        <source>The backup is in the library folder. It will be copied to the second location as soon as that is available.</source>
        <translation>Το αντίγραφο ασφαλείας είναι στη βιβλιοθήκη· θα μεταφερθεί εκεί μόλις γίνει δυνατόν.</translation>
    </message>
    <message>
        <source>Second backup location</source>
        <translation>Η δεύτερη θέση για αντίγραφα ασφαλείας</translation>
    </message>
    <message>
        <source>Backups (*{suffix} *.zip *.sqlite3)</source>
        <translation>Αντίγραφα ασφαλείας (*{suffix} *.zip *.sqlite3)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Όλα τα αρχεία (*)</translation>
    </message>
    <message>
        <source>Restore a Backup</source>
        <translation>Επαναφορά αντιγράφου ασφαλείας</translation>
    </message>
    <message>
        <source>Restore to Which Folder?</source>
        <translation>Σε ποιον φάκελο θα γίνει η επαναφορά;</translation>
    </message>
    <message>
        <source>Delegate Desk restored</source>
        <translation>Επαναφορά Delegate Desk</translation>
    </message>
    <message>
        <source>{count} documents were restored to {folder}. The open library is unchanged.</source>
        <translation>{count} έγγραφα βρίσκονται στον φάκελο {folder}· η ανοικτή βιβλιοθήκη μένει ως έχει.</translation>
    </message>
    <message>
        <source>Open it now, or later with: delegate-desk --library &quot;{folder}&quot;</source>
        <translation>Ανοίξτε την δίπλα σε αυτή ή εκτελέστε: delegate-desk --library &quot;{folder}&quot;</translation>
    </message>
    <message>
        <source>Originals missing from the backup: {count}.</source>
        <translation>Πρωτότυπα που λείπουν από το αντίγραφο: {count}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Άνοιγμα</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Η επαναφορά έγινε</translation>
    </message>
    <message>
        <source>Backup in progress</source>
        <translation>Εργασία σε αντίγραφο</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Backups</source>
        <translation>Αντίγραφα ασφαλείας</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Έγινε</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Μέγεθος</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Πού</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Φυλάσσεται ως</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Διαγράφεται</translation>
    </message>
    <message>
        <source>Choose &amp;Second Location…</source>
        <translation>Επι&amp;λογή δεύτερης θέσης…</translation>
    </message>
    <message>
        <source>Remo&amp;ve Second Location</source>
        <translation>&amp;Χωρίς δεύτερη θέση</translation>
    </message>
    <message>
        <source>Backup progress</source>
        <translation>Πρόοδος του αντιγράφου ασφαλείας</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Διακοπή</translation>
    </message>
    <message>
        <source>&amp;Restore to Another Folder…</source>
        <translation>&amp;Επαναφορά παράλληλα…</translation>
    </message>
    <message>
        <source>&amp;Back Up Now</source>
        <translation>Αντίγραφο &amp;τώρα</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Delegate Desk keeps {days} daily, {weeks} weekly and {months} monthly backups, and copies made before an upgrade for {upgrade} days. Until they expire, they still contain documents you have deleted permanently. A backup is made when you close the program and once a day while it is open, if anything has changed.</source>
        <translation>Φυλάσσεται το τελευταίο αντίγραφο καθεμίας από {days} ημέρες, {weeks} εβδομάδες και {months} μήνες, και για {upgrade} ημέρες τα αντίγραφα που έγιναν πριν από αναβάθμιση. Ό,τι διαγράφηκε οριστικά μένει σε αυτά ώς τότε. Αντίγραφο δημιουργείται όταν κλείνει το πρόγραμμα, και κάθε ημέρα όσο είναι ανοικτό, εφόσον άλλαξε κάτι.</translation>
    </message>
    <message>
        <source>No backups yet. The first one is made when you close the program.</source>
        <translation>Κανένα αντίγραφο ακόμη: το πρώτο δημιουργείται όταν κλείνει το πρόγραμμα, ή τώρα.</translation>
    </message>
    <message>
        <source>No second location. Choose a USB stick or another drive in case the laptop is lost.</source>
        <translation>Δεν έχει οριστεί δεύτερη θέση: επιλέξτε στικάκι ή δίσκο, για την περίπτωση που χαθεί ο φορητός υπολογιστής.</translation>
    </message>
    <message>
        <source>Second location: {folder}</source>
        <translation>Δεύτερη θέση: {folder}</translation>
    </message>
    <message>
        <source>Second location: {folder}. It is not available now; Delegate Desk will try again.</source>
        <translation>Δεύτερη θέση: {folder}, που δεν είναι τώρα διαθέσιμη· θα δοκιμαστεί πάλι αυτομάτως.</translation>
    </message>
    <message>
        <source>second location</source>
        <translation>δεύτερη θέση</translation>
    </message>
    <message>
        <source>library</source>
        <translation>βιβλιοθήκη</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>ημερήσιο</translation>
    </message>
    <message>
        <source>weekly</source>
        <translation>εβδομαδιαίο</translation>
    </message>
    <message>
        <source>monthly</source>
        <translation>μηνιαίο</translation>
    </message>
    <message>
        <source>before an upgrade</source>
        <translation>πριν από αναβάθμιση</translation>
    </message>
    <message>
        <source>at the next backup</source>
        <translation>με το επόμενο</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>Δημιουργία αντιγράφου ασφαλείας</translation>
    </message>
    <message>
        <source>Backup verified.</source>
        <translation>Το αντίγραφο ελέγχθηκε.</translation>
    </message>
    <message>
        <source>1 expired backup was deleted.</source>
        <translation>Διαγράφηκε 1 αντίγραφο που είχε λήξει.</translation>
    </message>
    <message>
        <source>{n} expired backups were deleted.</source>
        <translation>Διαγράφηκαν {n} αντίγραφα που είχαν λήξει.</translation>
    </message>
    <message>
        <source>Second Backup Location</source>
        <translation>Δεύτερη θέση για αντίγραφα ασφαλείας</translation>
    </message>
    <message>
        <source>Backups are no longer copied to a second location. Existing copies stay there.</source>
        <translation>Δεν μεταφέρεται πλέον τίποτα σε δεύτερη θέση· ό,τι υπάρχει εκεί μένει εκεί.</translation>
    </message>
    <message>
        <source>Stopped. The unfinished backup was deleted.</source>
        <translation>Διακόπηκε. Το ημιτελές αντίγραφο διαγράφηκε.</translation>
    </message>
</context>
<context>
    <name>Breadcrumb</name>
    <message>
        <source>Place in the document</source>
        <translation>Θέση στο έγγραφο</translation>
    </message>
    <message>
        <source>Recitals {labels}</source>
        <translation>Αιτιολογικές σκέψεις {labels}</translation>
    </message>
    <message>
        <source>paragraph {n}</source>
        <translation>παράγραφος {n}</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Αρχή</translation>
    </message>
</context>
<context>
    <name>Browser</name>
    <message>
        <source>All notes and marks</source>
        <translation>Όλες οι σημειώσεις και οι επισημάνσεις</translation>
    </message>
    <message>
        <source>Filter notes</source>
        <translation>Περιορισμός των σημειώσεων</translation>
    </message>
    <message>
        <source>Filter by words, kind, tag or document</source>
        <translation>Περιορισμός κατά λέξεις, είδος, ετικέτα, έγγραφο</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Εκτύπωση…</translation>
    </message>
    <message>
        <source>Print this list</source>
        <translation>Εκτύπωση αυτού του καταλόγου</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Εξαγωγή…</translation>
    </message>
    <message>
        <source>Export this list</source>
        <translation>Εξαγωγή αυτού του καταλόγου</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Ομαδοποίηση κατά</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Σημειώσεις</translation>
    </message>
    <message>
        <source>Tags to add</source>
        <translation>Ετικέτες προς προσθήκη</translation>
    </message>
    <message>
        <source>Tags to remove</source>
        <translation>Ετικέτες προς αφαίρεση</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Αλλαγή</translation>
    </message>
    <message>
        <source>Change the tags</source>
        <translation>Αλλαγή των ετικετών</translation>
    </message>
</context>
<context>
    <name>BrowserView</name>
    <message>
        <source>Add tags</source>
        <translation>Προσθήκη ετικετών</translation>
    </message>
    <message>
        <source>Remove tags</source>
        <translation>Αφαίρεση ετικετών</translation>
    </message>
    <message>
        <source>↑↓ select · Shift+↑↓ select several · Enter open · {behind} new tab · {change} change · {done} done · {internal} internal · {tags} tags · {trash} trash · {narrow} filter</source>
        <translation>↑↓ επιλογή · Shift+↑↓ πολλά · Enter άνοιγμα · {behind} νέα καρτέλα · {change} αλλαγή · {done} έγινε · {internal} εσωτερικό · {tags} ετικέτες · {trash} κάδος · {narrow} περιορισμός</translation>
    </message>
    <message>
        <source>Print this list</source>
        <translation>Εκτύπωση αυτού του καταλόγου</translation>
    </message>
    <message>
        <source>Export this list</source>
        <translation>Εξαγωγή αυτού του καταλόγου</translation>
    </message>
    <message>
        <source>No notes yet. Press N on a paragraph to add one.</source>
        <translation>Καμία σημείωση ακόμη: με N σε παράγραφο κειμένου γράφετε μία.</translation>
    </message>
    <message>
        <source>No notes match these filters. Click × to remove a filter.</source>
        <translation>Καμία σημείωση δεν πληροί όλες τις επιλογές· με × αφαιρείτε μία.</translation>
    </message>
    <message>
        <source>No notes contain all of these words.</source>
        <translation>Καμία σημείωση δεν περιέχει όλες αυτές τις λέξεις.</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 σημείωση</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} σημειώσεις</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} από {all}</translation>
    </message>
    <message>
        <source> · {n} selected</source>
        <translation> · επιλογή: {n}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>από {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>έως {day}</translation>
    </message>
    <message>
        <source>Tags of 1 note</source>
        <translation>Ετικέτες 1 σημείωσης</translation>
    </message>
    <message>
        <source>Tags of {n} notes</source>
        <translation>Ετικέτες {n} σημειώσεων</translation>
    </message>
</context>
<context>
    <name>CaptureController</name>
    <message>
        <source>There is no {place} here. Press Enter again to save it as a note.</source>
        <translation>Δεν υπάρχει εδώ {place}· με Enter πάλι φυλάσσεται ως σημείωση</translation>
    </message>
    <message>
        <source>{what}: recorded</source>
        <translation>{what}: καταγράφηκε</translation>
    </message>
    <message>
        <source>{n} delegations</source>
        <translation>{n} αντιπροσωπίες</translation>
    </message>
    <message>
        <source>{name} now means {codes}</source>
        <translation>{name}: {codes}</translation>
    </message>
    <message>
        <source>{name} is no longer a group</source>
        <translation>{name}: δεν είναι πλέον ομάδα</translation>
    </message>
</context>
<context>
    <name>CaptureLine</name>
    <message>
        <source>Capture line</source>
        <translation>Γραμμή καταγραφής</translation>
    </message>
    <message>
        <source>e.g. “DE+ 10 agrees”: delegation, sign, place, words</source>
        <translation>π.χ. «DE+ 10 συμφωνεί»: αντιπροσωπία, σύμβολο, διάταξη, λόγια</translation>
    </message>
    <message>
        <source>editing · Esc to cancel</source>
        <translation>διόρθωση · Esc ακύρωση</translation>
    </message>
</context>
<context>
    <name>CarryoverView</name>
    <message>
        <source>Carried over</source>
        <translation>Τι μεταφέρθηκε</translation>
    </message>
    <message>
        <source>What changed for us</source>
        <translation>Τι άλλαξε για εμάς</translation>
    </message>
    <message>
        <source>{next} {previous} move · 1–9 choose place · 0 no place · Enter open · {undo} undo</source>
        <translation>{next} {previous} επιλογή · 1–9 θέση από τις προτεινόμενες · 0 πουθενά · Enter άνοιγμα · {undo} αναίρεση</translation>
    </message>
    <message>
        <source>We have nothing on {name}, so there is nothing to carry over.</source>
        <translation>Δεν έχουμε τίποτα για το {name}, άρα δεν υπάρχει τίποτα προς μεταφορά.</translation>
    </message>
    <message>
        <source>1 to check: press 1–9 to choose its place, 0 if it has none, Enter to show it.</source>
        <translation>1 προς έλεγχο: πατήστε 1–9 για τη θέση του, 0 αν δεν έχει, Enter για να εμφανιστεί.</translation>
    </message>
    <message>
        <source>{n} to check: press 1–9 to choose a place, 0 if there is none, Enter to show it.</source>
        <translation>{n} προς έλεγχο: πατήστε 1–9 για τη θέση, 0 αν δεν υπάρχει, Enter για να εμφανιστεί.</translation>
    </message>
    <message>
        <source>Everything has been placed. Nothing to check.</source>
        <translation>Όλα έχουν τοποθετηθεί. Τίποτα προς έλεγχο.</translation>
    </message>
</context>
<context>
    <name>ChangeBar</name>
    <message>
        <source>{n} changes</source>
        <translation>{n} αλλαγές</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 αλλαγή</translation>
    </message>
</context>
<context>
    <name>ChangeList</name>
    <message>
        <source>&amp;Open</source>
        <translation>Ά&amp;νοιγμα</translation>
    </message>
    <message>
        <source>Open in New &amp;Tab	Ctrl+Enter</source>
        <translation>Άνοιγμα σε &amp;νέα καρτέλα	Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>ChangePassphrase</name>
    <message>
        <source>Passphrase</source>
        <translation>Φράση πρόσβασης</translation>
    </message>
    <message>
        <source>This library is encrypted. Enter its passphrase to make changes.</source>
        <translation>Η βιβλιοθήκη είναι κρυπτογραφημένη. Για τις ενέργειες εδώ χρειάζεται η φράση πρόσβασής της.</translation>
    </message>
    <message>
        <source>Current passphrase</source>
        <translation>Τρέχουσα φράση πρόσβασης</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Νέα φράση πρόσβασης</translation>
    </message>
    <message>
        <source>Repeat passphrase</source>
        <translation>Επανάληψη φράσης πρόσβασης</translation>
    </message>
    <message>
        <source>Repeat new passphrase</source>
        <translation>Επανάληψη νέας φράσης πρόσβασης</translation>
    </message>
    <message>
        <source>Show &amp;passphrase</source>
        <translation>Εμφάνιση της &amp;φράσης πρόσβασης</translation>
    </message>
    <message>
        <source>Earlier backups still need the passphrase used when they were made.</source>
        <translation>Αντίγραφα ασφαλείας που έγιναν νωρίτερα ανοίγουν με τη φράση με την οποία έγιναν.</translation>
    </message>
    <message>
        <source>Turn Encryption &amp;Off</source>
        <translation>Κατάρ&amp;γηση κρυπτογράφησης</translation>
    </message>
    <message>
        <source>&amp;Change Passphrase</source>
        <translation>&amp;Αλλαγή της φράσης πρόσβασης</translation>
    </message>
    <message>
        <source>&amp;Lock after minutes of inactivity</source>
        <translation>Κ&amp;λείδωμα μετά από λεπτά χωρίς πλήκτρο ή ποντίκι</translation>
    </message>
    <message>
        <source>Minutes of inactivity before the library locks; 0: never</source>
        <translation>Λεπτά χωρίς πλήκτρο ή ποντίκι μετά τα οποία κλειδώνει· 0: ποτέ</translation>
    </message>
    <message>
        <source>never</source>
        <translation>ποτέ</translation>
    </message>
    <message>
        <source>It also locks when the computer sleeps. Only activity in Delegate Desk counts.</source>
        <translation>Κλειδώνει και πριν από την αναστολή λειτουργίας του υπολογιστή. Μετράει μόνο ό,τι πατιέται στο Delegate Desk.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>ChangePassphraseDialog</name>
    <message>
        <source>The library now opens with the new passphrase. Write it down.</source>
        <translation>Στο εξής η βιβλιοθήκη ανοίγει με τη νέα φράση· σημειώστε την.</translation>
    </message>
    <message>
        <source>Passphrase changed</source>
        <translation>Η φράση πρόσβασης άλλαξε</translation>
    </message>
    <message>
        <source>Turning encryption off</source>
        <translation>Κατάργηση κρυπτογράφησης</translation>
    </message>
    <message>
        <source>Library no longer encrypted</source>
        <translation>Η βιβλιοθήκη δεν είναι πλέον κρυπτογραφημένη</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>Check the Library</source>
        <translation>Έλεγχος της βιβλιοθήκης</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Τι διαπιστώθηκε</translation>
    </message>
    <message>
        <source>Check progress</source>
        <translation>Πρόοδος του ελέγχου</translation>
    </message>
    <message>
        <source>Re&amp;build from Originals…</source>
        <translation>&amp;Ανασύσταση από πρωτότυπα…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Διακοπή</translation>
    </message>
    <message>
        <source>Check &amp;Again</source>
        <translation>Έλεγχος &amp;ξανά</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>&amp;Επιδιόρθωση</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>The library is damaged</source>
        <translation>Η βιβλιοθήκη έχει βλάβη</translation>
    </message>
    <message>
        <source>Part of its database cannot be read. Delegate Desk will recover what it can and restore the rest from the latest backup, now or at the next start.</source>
        <translation>Μέρος της βάσης δεδομένων της δεν διαβάζεται. Ό,τι διαβάζεται ανακτάται και το υπόλοιπο συμπληρώνεται από το νεότερο αντίγραφο ασφαλείας: τώρα, ή την επόμενη φορά που θα ανοίξει το Delegate Desk.</translation>
    </message>
    <message>
        <source>Check the library</source>
        <translation>Έλεγχος της βιβλιοθήκης</translation>
    </message>
    <message>
        <source>Rebuilding the library from its originals…</source>
        <translation>Ανασύσταση της βιβλιοθήκης από τα πρωτότυπά της…</translation>
    </message>
    <message>
        <source>Checking the library…</source>
        <translation>Η βιβλιοθήκη ελέγχεται…</translation>
    </message>
    <message>
        <source>No problems found.</source>
        <translation>Δεν διαπιστώθηκαν προβλήματα.</translation>
    </message>
    <message>
        <source>Problems found:</source>
        <translation>Προβλήματα που διαπιστώθηκαν:</translation>
    </message>
    <message>
        <source>Repairing the library…</source>
        <translation>Η βιβλιοθήκη επιδιορθώνεται…</translation>
    </message>
    <message>
        <source>The database will be rebuilt from the originals and the plain-text copies stored with it. The window closes meanwhile, and the present database is kept. This may take as long as importing all documents again. Continue?</source>
        <translation>Η βάση δεδομένων δημιουργείται εκ νέου από τα πρωτότυπα και τα απλά αρχεία δίπλα τους. Στο μεταξύ το παράθυρο κλείνει, και η υπάρχουσα βάση δεδομένων φυλάσσεται. Μπορεί να διαρκέσει όσο η εισαγωγή όλων των εγγράφων. Θέλετε να συνεχίσετε;</translation>
    </message>
    <message>
        <source>Stopped. Repairs made so far are kept.</source>
        <translation>Διακόπηκε. Όσα επιδιορθώθηκαν ώς τώρα διατηρούνται.</translation>
    </message>
    <message>
        <source>The library could not be checked.</source>
        <translation>Ο έλεγχος της βιβλιοθήκης δεν ήταν δυνατός.</translation>
    </message>
</context>
<context>
    <name>ChipButton</name>
    <message>
        <source>Remove {part}</source>
        <translation>{part}, αφαίρεση</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>Recognised</source>
        <translation>Αναγνωρίστηκε</translation>
    </message>
    <message>
        <source>or {reading}? Alt+{n}</source>
        <translation>ή {reading}; Alt+{n}</translation>
    </message>
    <message>
        <source>note</source>
        <translation>σημείωση</translation>
    </message>
    <message>
        <source>{n} delegations</source>
        <translation>{n} αντιπροσωπίες</translation>
    </message>
    <message>
        <source>conclusion</source>
        <translation>συμπέρασμα</translation>
    </message>
    <message>
        <source>no {place} in this document</source>
        <translation>το έγγραφο δεν έχει {place}</translation>
    </message>
    <message>
        <source>asks for “{words}”</source>
        <translation>ζητεί «{words}»</translation>
    </message>
</context>
<context>
    <name>CodesField</name>
    <message>
        <source>{code} is not a delegation code.</source>
        <translation>Το {code} δεν είναι κωδικός αντιπροσωπίας.</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Panels</source>
        <translation>Πίνακες</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Βιβλιοθήκη</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Διάρθρωση</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Συνεδρίαση</translation>
    </message>
    <message>
        <source>Exit &amp;Meeting</source>
        <translation>Έξοδος από τη &amp;συνεδρίαση</translation>
    </message>
    <message>
        <source>Start &amp;Meeting</source>
        <translation>Έναρξη &amp;συνεδρίασης</translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>Four columns</source>
        <translation>Τέσσερις στήλες</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Σύγκριση</translation>
    </message>
    <message>
        <source>with</source>
        <translation>με</translation>
    </message>
    <message>
        <source>&amp;Only rows that differ</source>
        <translation>Μόνο γραμμές που &amp;διαφέρουν</translation>
    </message>
    <message>
        <source>Words in these columns</source>
        <translation>Λέξεις σε αυτές τις στήλες</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Εξαγωγή…</translation>
    </message>
    <message>
        <source>J K move · Enter open</source>
        <translation>J K μετακίνηση · Enter άνοιγμα</translation>
    </message>
    <message>
        <source>Columns · {name}</source>
        <translation>Στήλες · {name}</translation>
    </message>
    <message>
        <source>1 row differs</source>
        <translation>1 γραμμή διαφέρει</translation>
    </message>
    <message>
        <source>{n} rows differ</source>
        <translation>{n} γραμμές διαφέρουν</translation>
    </message>
    <message>
        <source>of 1 row</source>
        <translation>από 1 γραμμή</translation>
    </message>
    <message>
        <source>of {n} rows</source>
        <translation>από {n} γραμμές</translation>
    </message>
    <message>
        <source>The two columns have the same words in all rows.</source>
        <translation>Οι δύο στήλες έχουν τις ίδιες λέξεις σε όλες τις γραμμές.</translation>
    </message>
    <message>
        <source>The words are in neither column of the rows shown.</source>
        <translation>Οι λέξεις δεν υπάρχουν σε καμία από τις δύο στήλες των γραμμών που εμφανίζονται.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Δεν υπάρχει τίποτα προς αναίρεση.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Δεν υπάρχει τίποτα προς επανάληψη.</translation>
    </message>
    <message>
        <source>There is no earlier place.</source>
        <translation>Δεν υπάρχει προηγούμενο σημείο.</translation>
    </message>
    <message>
        <source>There is no later place.</source>
        <translation>Δεν υπάρχει επόμενο σημείο.</translation>
    </message>
    <message>
        <source>No tab was closed.</source>
        <translation>Καμία καρτέλα δεν έχει κλείσει.</translation>
    </message>
    <message>
        <source>The tab is in the main window.</source>
        <translation>Η καρτέλα βρίσκεται στο κύριο παράθυρο.</translation>
    </message>
    <message>
        <source>The document is not on the agenda of a current meeting.</source>
        <translation>Το έγγραφο δεν είναι στην ημερήσια διάταξη της τρέχουσας συνεδρίασης.</translation>
    </message>
    <message>
        <source>The window is not split.</source>
        <translation>Το παράθυρο δεν είναι διαιρεμένο.</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Ο κάδος είναι άδειος.</translation>
    </message>
    <message>
        <source>The library is not encrypted.</source>
        <translation>Η βιβλιοθήκη δεν είναι κρυπτογραφημένη.</translation>
    </message>
    <message>
        <source>This is your library.</source>
        <translation>Αυτή είναι η βιβλιοθήκη σας.</translation>
    </message>
    <message>
        <source>Search first.</source>
        <translation>Κάντε πρώτα μια αναζήτηση.</translation>
    </message>
    <message>
        <source>All notes have a place.</source>
        <translation>Όλες οι σημειώσεις έχουν θέση στο κείμενο.</translation>
    </message>
    <message>
        <source>Open a comparison first.</source>
        <translation>Ανοίξτε πρώτα μια σύγκριση.</translation>
    </message>
    <message>
        <source>Start a meeting first.</source>
        <translation>Ξεκινήστε πρώτα μια συνεδρίαση.</translation>
    </message>
    <message>
        <source>Open our position first.</source>
        <translation>Ανοίξτε πρώτα τη θέση μας.</translation>
    </message>
    <message>
        <source>Open a document first.</source>
        <translation>Ανοίξτε πρώτα ένα έγγραφο.</translation>
    </message>
    <message>
        <source>Open the text first.</source>
        <translation>Ανοίξτε πρώτα το κείμενο.</translation>
    </message>
    <message>
        <source>This text has no marked changes.</source>
        <translation>Το κείμενο δεν έχει επισημασμένες αλλαγές.</translation>
    </message>
    <message>
        <source>The library has no other language of this document.</source>
        <translation>Η βιβλιοθήκη δεν έχει άλλη γλώσσα του εγγράφου.</translation>
    </message>
    <message>
        <source>No original pages are shown.</source>
        <translation>Δεν εμφανίζονται σελίδες πρωτοτύπου.</translation>
    </message>
    <message>
        <source>&amp;Stance</source>
        <translation>&amp;Στάση</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Comparison</source>
        <translation>Σύγκριση</translation>
    </message>
    <message>
        <source>One column</source>
        <translation>Μία στήλη</translation>
    </message>
    <message>
        <source>Compare with another revision, language or document</source>
        <translation>Σύγκριση με άλλη αναθεώρηση, γλώσσα ή έγγραφο</translation>
    </message>
    <message>
        <source>Changed only</source>
        <translation>Μόνο αλλαγές</translation>
    </message>
    <message>
        <source>Hide unchanged and renumbered paragraphs</source>
        <translation>Απόκρυψη παραγράφων χωρίς αλλαγή ή με νέα αρίθμηση μόνο</translation>
    </message>
    <message>
        <source>Compare the texts with, before or after the changes they mark</source>
        <translation>Σύγκριση των κειμένων με τις αλλαγές που επισημαίνουν, πριν ή μετά από αυτές</translation>
    </message>
    <message>
        <source>Comparison progress</source>
        <translation>Πρόοδος της σύγκρισης</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Διακοπή</translation>
    </message>
</context>
<context>
    <name>ComparisonChange</name>
    <message>
        <source>Current change</source>
        <translation>Τρέχουσα αλλαγή</translation>
    </message>
    <message>
        <source>Uncertain – nothing is carried over automatically.</source>
        <translation>Αβέβαιο – τίποτα δεν μεταφέρεται αυτόματα.</translation>
    </message>
    <message>
        <source>The old text may have been deleted and this text added.</source>
        <translation>Το παλιό κείμενο ίσως διαγράφηκε και αυτό το κείμενο προστέθηκε.</translation>
    </message>
    <message>
        <source>Other possibilities:</source>
        <translation>Άλλες δυνατότητες:</translation>
    </message>
    <message>
        <source>Show {place}</source>
        <translation>Εμφάνιση: {place}</translation>
    </message>
</context>
<context>
    <name>ComparisonController</name>
    <message>
        <source>The library has no other revision of this document</source>
        <translation>Η βιβλιοθήκη δεν έχει άλλη αναθεώρηση αυτού του εγγράφου</translation>
    </message>
    <message>
        <source>Another document…</source>
        <translation>Άλλο έγγραφο…</translation>
    </message>
    <message>
        <source>{name} is not in the library in any other language</source>
        <translation>Το {name} δεν είναι στη βιβλιοθήκη σε άλλη γλώσσα</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Σύγκριση</translation>
    </message>
    <message>
        <source>The act that {name} amends: type a reference or words from the subject</source>
        <translation>Η πράξη που τροποποιεί το {name}: πληκτρολογήστε αριθμό ή λέξεις από το θέμα</translation>
    </message>
    <message>
        <source>The act that amends {name} next: type a reference or words from the subject</source>
        <translation>Η πράξη που τροποποιεί μετά το {name}: πληκτρολογήστε αριθμό ή λέξεις από το θέμα</translation>
    </message>
    <message>
        <source>Amended act</source>
        <translation>Τροποποιημένη πράξη</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>split into {labels}</source>
        <translation>διαιρέθηκε σε {labels}</translation>
    </message>
    <message>
        <source>merged from {labels}</source>
        <translation>συγχωνεύθηκε από {labels}</translation>
    </message>
    <message>
        <source> now </source>
        <translation> τώρα </translation>
    </message>
    <message>
        <source>deleted: {words}</source>
        <translation>διαγράφηκε: {words}</translation>
    </message>
    <message>
        <source>added: {words}</source>
        <translation>προστέθηκε: {words}</translation>
    </message>
</context>
<context>
    <name>ComparisonPage</name>
    <message>
        <source>Changes</source>
        <translation>Αλλαγές</translation>
    </message>
    <message>
        <source>Open in New Text</source>
        <translation>Άνοιγμα στο νέο κείμενο</translation>
    </message>
    <message>
        <source>Open in Old Text</source>
        <translation>Άνοιγμα στο παλαιό κείμενο</translation>
    </message>
    <message>
        <source>Copy Text</source>
        <translation>Αντιγραφή του κειμένου</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>1 change</source>
        <translation>1 αλλαγή</translation>
    </message>
    <message>
        <source>{n} changes</source>
        <translation>{n} αλλαγές</translation>
    </message>
    <message>
        <source>Comparing {old} with {new}</source>
        <translation>Σύγκριση: {old} με {new}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Διακοπή</translation>
    </message>
    <message>
        <source>{next} next change · Enter open · Shift+Enter open old text · 1–9 show only · 0 show all</source>
        <translation>{next} επόμενη αλλαγή · Enter άνοιγμα · Shift+Enter άνοιγμα παλαιού κειμένου · 1–9 μόνο αυτά · 0 όλα</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} από {count}</translation>
    </message>
    <message>
        <source>compared with: {name}</source>
        <translation>σύγκριση με: {name}</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Διακόπηκε.</translation>
    </message>
    <message>
        <source>Compare Again</source>
        <translation>Νέα σύγκριση</translation>
    </message>
    <message>
        <source>The operation failed.</source>
        <translation>Η ενέργεια απέτυχε.</translation>
    </message>
    <message>
        <source>The library has no other revision in {language}: compared with {other}.</source>
        <translation>Η βιβλιοθήκη δεν έχει άλλη αναθεώρηση σε αυτή τη γλώσσα ({language}). Η σύγκριση γίνεται με άλλη γλώσσα: {other}.</translation>
    </message>
</context>
<context>
    <name>ConcordanceView</name>
    <message>
        <source>Words to look up</source>
        <translation>Λέξεις προς αναζήτηση</translation>
    </message>
    <message>
        <source>Language of the words</source>
        <translation>Γλώσσα των λέξεων</translation>
    </message>
    <message>
        <source>Language of the translations</source>
        <translation>Γλώσσα των μεταφράσεων</translation>
    </message>
    <message>
        <source>Unusual Translations in This Document</source>
        <translation>Ασυνήθιστες μεταφράσεις στο έγγραφο</translation>
    </message>
    <message>
        <source>Export Table…</source>
        <translation>Εξαγωγή πίνακα…</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Χωρία</translation>
    </message>
    <message>
        <source>Linguistic Reservation</source>
        <translation>Γλωσσική επιφύλαξη</translation>
    </message>
    <message>
        <source>Enter opens a passage · L linguistic reservation</source>
        <translation>Enter ανοίγει το χωρίο · L γλωσσική επιφύλαξη</translation>
    </message>
    <message>
        <source>Concordance</source>
        <translation>Αποδόσεις όρων</translation>
    </message>
    <message>
        <source>Type some words and choose two languages.</source>
        <translation>Πληκτρολογήστε λέξεις και επιλέξτε δύο γλώσσες.</translation>
    </message>
    <message>
        <source>Comparing the two versions…</source>
        <translation>Σύγκριση των δύο αποδόσεων…</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>συνήθης</translation>
    </message>
    <message>
        <source>exception</source>
        <translation>εξαίρεση</translation>
    </message>
    <message>
        <source>Other wording</source>
        <translation>Άλλη διατύπωση</translation>
    </message>
    <message>
        <source>1 passage</source>
        <translation>1 χωρίο</translation>
    </message>
    <message>
        <source>{n} passages</source>
        <translation>{n} χωρία</translation>
    </message>
    <message>
        <source>{passages} of {all}</source>
        <translation>{passages} από {all}</translation>
    </message>
    <message>
        <source>{passages}, {n} not as usual</source>
        <translation>{passages}, {n} όχι με τη συνήθη απόδοση</translation>
    </message>
    <message>
        <source>These words do not occur in a document that the library has in both languages.</source>
        <translation>Οι λέξεις αυτές δεν υπάρχουν σε έγγραφο που η βιβλιοθήκη έχει και στις δύο γλώσσες.</translation>
    </message>
    <message>
        <source>Nothing to compare yet. Import a document in two languages.</source>
        <translation>Δεν υπάρχει ακόμη τίποτα για σύγκριση. Εισαγάγετε ένα έγγραφο σε δύο γλώσσες.</translation>
    </message>
    <message>
        <source>usually “{words}” ({n})</source>
        <translation>συνήθως «{words}» ({n})</translation>
    </message>
    <message>
        <source>No unusual translations were found.</source>
        <translation>Δεν βρέθηκαν ασυνήθιστες μεταφράσεις.</translation>
    </message>
    <message>
        <source>1 phrase</source>
        <translation>1 φράση</translation>
    </message>
    <message>
        <source>{n} phrases</source>
        <translation>{n} φράσεις</translation>
    </message>
    <message>
        <source>There is no table to export.</source>
        <translation>Δεν υπάρχει πίνακας για εξαγωγή.</translation>
    </message>
</context>
<context>
    <name>ConsequencesView</name>
    <message>
        <source>What changed for us</source>
        <translation>Τι άλλαξε για εμάς</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Σύγκριση…</translation>
    </message>
    <message>
        <source>Show one group of changes</source>
        <translation>Εμφάνιση μίας ομάδας αλλαγών</translation>
    </message>
    <message>
        <source>Review what was carried over</source>
        <translation>Έλεγχος όσων μεταφέρθηκαν</translation>
    </message>
    <message>
        <source>Export this page</source>
        <translation>Εξαγωγή αυτής της σελίδας</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Εξαγωγή…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Όλα</translation>
    </message>
    <message>
        <source>{n} to check</source>
        <translation>{n} προς έλεγχο</translation>
    </message>
    <message>
        <source>{next} {previous} move</source>
        <translation>{next} {previous} μετακίνηση</translation>
    </message>
    <message>
        <source>1 to check</source>
        <translation>1 για έλεγχο</translation>
    </message>
    <message>
        <source>Check 1 note</source>
        <translation>Έλεγχος 1 σημείωσης</translation>
    </message>
    <message>
        <source>Check {n} notes</source>
        <translation>Έλεγχος {n} σημειώσεων</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Έλεγχος όλων</translation>
    </message>
</context>
<context>
    <name>ContributionDialog</name>
    <message>
        <source>Import Written Comments on {name}</source>
        <translation>Εισαγωγή γραπτών παρατηρήσεων για το {name}</translation>
    </message>
</context>
<context>
    <name>ContributionsController</name>
    <message>
        <source>Import written comments on {name}</source>
        <translation>Εισαγωγή γραπτών παρατηρήσεων για το {name}</translation>
    </message>
    <message>
        <source>Which document contains comments on {name}? Type a reference or words from the subject</source>
        <translation>Ποιο έγγραφο περιέχει παρατηρήσεις για το {name}; Πληκτρολογήστε αριθμό ή λέξεις του θέματος</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Ανάγνωση: {name}</translation>
    </message>
</context>
<context>
    <name>ContributionsView</name>
    <message>
        <source>Written comments</source>
        <translation>Γραπτές παρατηρήσεις</translation>
    </message>
    <message>
        <source>Imported documents</source>
        <translation>Έγγραφα που εισήχθησαν</translation>
    </message>
    <message>
        <source>Import Written Comments…</source>
        <translation>Εισαγωγή συνεισφοράς…</translation>
    </message>
    <message>
        <source>Another place, such as 5(2)(a), then Enter</source>
        <translation>Άλλη διάταξη, όπως 5(2)(a), και Enter</translation>
    </message>
    <message>
        <source>Place of the current comment</source>
        <translation>Διάταξη της τρέχουσας παρατήρησης</translation>
    </message>
    <message>
        <source>J K move · 1–9 choose place · P type place · 0 general comment · Enter open</source>
        <translation>J K επιλογή · 1–9 θέση από τις προτεινόμενες · P άλλη θέση · 0 γενικά · Enter άνοιγμα</translation>
    </message>
    <message>
        <source>No written comments on {name} yet. Press Enter to choose a document from the library.</source>
        <translation>Δεν υπάρχουν ακόμη γραπτές παρατηρήσεις για το {name}. Πατήστε Enter για να επιλέξετε έγγραφο της βιβλιοθήκης.</translation>
    </message>
    <message>
        <source>1 comment without a place: press 1–9 to choose one, P to type one, 0 for a general comment.</source>
        <translation>1 παρατήρηση χωρίς διάταξη: πατήστε 1–9 για να επιλέξετε, P για να πληκτρολογήσετε, 0 για γενική παρατήρηση.</translation>
    </message>
    <message>
        <source>{n} comments without a place: press 1–9 to choose one, P to type one, 0 for a general comment.</source>
        <translation>{n} παρατηρήσεις χωρίς διάταξη: πατήστε 1–9 για να επιλέξετε, P για να πληκτρολογήσετε, 0 για γενική παρατήρηση.</translation>
    </message>
    <message>
        <source>All comments have a place. Enter shows it, P changes it.</source>
        <translation>Όλες οι παρατηρήσεις έχουν διάταξη. Με Enter εμφανίζεται, με P αλλάζει.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Αφαίρεση</translation>
    </message>
</context>
<context>
    <name>Damaged</name>
    <message>
        <source>The library is damaged.</source>
        <translation>Η βιβλιοθήκη έχει βλάβη.</translation>
    </message>
    <message>
        <source>Sources of the recovered data</source>
        <translation>Τι προήλθε από πού</translation>
    </message>
    <message>
        <source>Recovery progress</source>
        <translation>Πρόοδος της ανάκτησης</translation>
    </message>
    <message>
        <source>Restore &amp;Backup to Another Folder…</source>
        <translation>&amp;Επαναφορά αντιγράφου παράλληλα…</translation>
    </message>
    <message>
        <source>Open As &amp;Is</source>
        <translation>Άνοιγμα &amp;ως έχει</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Έξ&amp;οδος</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Ανάκτηση</translation>
    </message>
</context>
<context>
    <name>DamagedDialog</name>
    <message>
        <source>Its database cannot be read ({reason}).</source>
        <translation>Η βάση δεδομένων της δεν διαβάζεται ({reason}).</translation>
    </message>
    <message>
        <source>Damage was found in its database when it was last open.</source>
        <translation>Διαπιστώθηκε βλάβη στη βάση δεδομένων της όταν ήταν ανοικτή την τελευταία φορά.</translation>
    </message>
    <message>
        <source>{why} Library folder: {folder}.</source>
        <translation>{why} Βρίσκεται στον φάκελο {folder}.</translation>
    </message>
    <message>
        <source>Nothing has been changed. Recover reads everything that is still readable, restores the rest from the latest backup and from the plain-text copies stored with the database, and then lists the sources. The damaged files are kept.</source>
        <translation>Τίποτα δεν άλλαξε. Η ανάκτηση διαβάζει ό,τι διαβάζεται ακόμη, συμπληρώνει όσα λείπουν από το νεότερο αντίγραφο ασφαλείας και από τα απλά αρχεία δίπλα στη βάση δεδομένων, και απαριθμεί τι προήλθε από πού. Τα κατεστραμμένα αρχεία φυλάσσονται ως έχουν.</translation>
    </message>
    <message>
        <source>You can also restore a backup to another folder.</source>
        <translation>Εναλλακτικά, μπορεί να γίνει επαναφορά αντιγράφου ασφαλείας σε άλλον φάκελο, δίπλα σε αυτή τη βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>Recovering the library…</source>
        <translation>Η βιβλιοθήκη ανακτάται…</translation>
    </message>
    <message>
        <source>The library was recovered from these sources:</source>
        <translation>Η βιβλιοθήκη ανακτήθηκε. Τι προήλθε από πού:</translation>
    </message>
    <message>
        <source>&amp;Open the Library</source>
        <translation>Άνοι&amp;γμα της βιβλιοθήκης</translation>
    </message>
    <message>
        <source>Backups (*{suffix} *.zip *.sqlite3)</source>
        <translation>Αντίγραφα ασφαλείας (*{suffix} *.zip *.sqlite3)</translation>
    </message>
    <message>
        <source>Restore a Backup</source>
        <translation>Επαναφορά αντιγράφου ασφαλείας</translation>
    </message>
    <message>
        <source>Choose an Empty Folder</source>
        <translation>Κενός φάκελος για την επαναφορά</translation>
    </message>
    <message>
        <source>Restoring a backup…</source>
        <translation>Επαναφορά αντιγράφου…</translation>
    </message>
    <message>
        <source>The backup was restored. The damaged library is unchanged.</source>
        <translation>Η επαναφορά του αντιγράφου έγινε· η κατεστραμμένη βιβλιοθήκη μένει ως έχει.</translation>
    </message>
    <message>
        <source>{count} documents were restored to {folder}. To open them, run: delegate-desk --library &quot;{folder}&quot;</source>
        <translation>{count} έγγραφα βρίσκονται στον φάκελο {folder}. Για να ανοίξουν, εκτελέστε: delegate-desk --library &quot;{folder}&quot;</translation>
    </message>
    <message>
        <source>The operation failed.</source>
        <translation>Η ενέργεια απέτυχε.</translation>
    </message>
</context>
<context>
    <name>DeadlinesView</name>
    <message>
        <source>Deadlines</source>
        <translation>Τι εκκρεμεί</translation>
    </message>
    <message>
        <source>No deadlines. Add one in a note.</source>
        <translation>Καμία προθεσμία. Προσθέστε μία σε σημείωση.</translation>
    </message>
    <message>
        <source>↑↓ select · Enter open · {behind} new tab · {done} done · {print} print</source>
        <translation>↑↓ επιλογή · Enter άνοιγμα · {behind} νέα καρτέλα · {done} έγινε · {print} εκτύπωση</translation>
    </message>
    <message>
        <source>1 deadline</source>
        <translation>1 προθεσμία</translation>
    </message>
    <message>
        <source>{n} deadlines</source>
        <translation>{n} προθεσμίες</translation>
    </message>
</context>
<context>
    <name>DelegationChooser</name>
    <message>
        <source>Your delegation</source>
        <translation>Η αντιπροσωπία σας</translation>
    </message>
    <message>
        <source>Whose position is this?</source>
        <translation>Ποιου είναι η θέση αυτή;</translation>
    </message>
    <message>
        <source>Choose your delegation or type its two-letter code. You are asked only once; it is saved with this library.</source>
        <translation>Επιλέξτε την αντιπροσωπία σας ή πληκτρολογήστε τα δύο γράμματά της. Ερωτάσθε μία φορά· η επιλογή φυλάσσεται σε αυτή τη βιβλιοθήκη.</translation>
    </message>
</context>
<context>
    <name>DelegationCombo</name>
    <message>
        <source>Choose, or type the first letters</source>
        <translation>Επιλέξτε ή πληκτρολογήστε τα πρώτα γράμματα</translation>
    </message>
</context>
<context>
    <name>DetailsField</name>
    <message>
        <source>Confirm</source>
        <translation>Επιβεβαίωση</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Ανάκληση</translation>
    </message>
</context>
<context>
    <name>DocumentBar</name>
    <message>
        <source>Views, revisions and languages</source>
        <translation>Προβολές, αναθεωρήσεις και γλώσσες</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Προβολές</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Αναθεωρήσεις</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Γλώσσες</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Κείμενο</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Σύγκριση</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Τι άλλαξε</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Θέση</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Συνεδρίαση</translation>
    </message>
    <message>
        <source>1 item to check</source>
        <translation>1 στοιχείο για έλεγχο</translation>
    </message>
    <message>
        <source>{n} items to check</source>
        <translation>{n} στοιχεία για έλεγχο</translation>
    </message>
</context>
<context>
    <name>DocumentChooserDialog</name>
    <message>
        <source>Compare {name} with</source>
        <translation>Σύγκριση του {name} με</translation>
    </message>
    <message>
        <source>Compare {name} with: type a reference or words from the subject</source>
        <translation>Σύγκριση του {name} με: πληκτρολογήστε αριθμό εγγράφου ή λέξεις του θέματος</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Έγγραφα</translation>
    </message>
    <message>
        <source>There are no other documents. Drop files on the window to import them.</source>
        <translation>Δεν υπάρχει άλλο έγγραφο: σύρετε αρχεία στο παράθυρο ή εισαγάγετέ τα.</translation>
    </message>
    <message>
        <source>No matching document in the library.</source>
        <translation>Κανένα έγγραφο της βιβλιοθήκης δεν ταιριάζει.</translation>
    </message>
</context>
<context>
    <name>DocumentHeader</name>
    <message>
        <source>previous: {documents}</source>
        <translation>προηγούμενα: {documents}</translation>
    </message>
    <message>
        <source>1 note or position entry could not be placed</source>
        <translation>1 σημείωση ή σημείο θέσης δεν μπόρεσε να τοποθετηθεί</translation>
    </message>
    <message>
        <source>{n} notes or position entries could not be placed</source>
        <translation>{n} σημειώσεις ή σημεία θέσης δεν μπόρεσαν να τοποθετηθούν</translation>
    </message>
    <message>
        <source>Edited: {fields}</source>
        <translation>Διορθώθηκαν από εσάς: {fields}</translation>
    </message>
</context>
<context>
    <name>DocumentStrip</name>
    <message>
        <source>Close this warning</source>
        <translation>Κλείσιμο της προειδοποίησης</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <source>Footnotes</source>
        <translation>Υποσημειώσεις</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Library</source>
        <translation>Βιβλιοθήκη</translation>
    </message>
    <message>
        <source>Filter the library</source>
        <translation>Φίλτρο της βιβλιοθήκης</translation>
    </message>
    <message>
        <source>Documents of the library</source>
        <translation>Έγγραφα της βιβλιοθήκης</translation>
    </message>
    <message>
        <source>Missing documents, acts cited, trash</source>
        <translation>Έγγραφα που λείπουν, πράξεις που αναφέρονται, κάδος</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Άν&amp;οιγμα</translation>
    </message>
    <message>
        <source>Open in New &amp;Tab</source>
        <translation>Άνοιγμα σε νέα &amp;καρτέλα</translation>
    </message>
    <message>
        <source>&amp;Compare with Previous Revision</source>
        <translation>&amp;Σύγκριση με την προηγούμενη αναθεώρηση</translation>
    </message>
    <message>
        <source>Document &amp;Details…</source>
        <translation>Στοιχεία ε&amp;γγράφου…</translation>
    </message>
    <message>
        <source>Dossier T&amp;imeline</source>
        <translation>&amp;Χρονολόγιο του φακέλου</translation>
    </message>
    <message>
        <source>&amp;Move to Dossier…</source>
        <translation>Μετακίνηση σε &amp;φάκελο…</translation>
    </message>
    <message>
        <source>Make a &amp;Separate Dossier</source>
        <translation>&amp;Ξεχωριστός φάκελος</translation>
    </message>
    <message>
        <source>Assign &amp;Automatically</source>
        <translation>Αυτό&amp;ματη ένταξη</translation>
    </message>
    <message>
        <source>Move to &amp;Trash</source>
        <translation>Μεταφορά στον &amp;κάδο</translation>
    </message>
    <message>
        <source>&amp;Restore from Trash</source>
        <translation>&amp;Επαναφορά από τον κάδο</translation>
    </message>
    <message>
        <source>&amp;Empty Trash…</source>
        <translation>Ά&amp;δειασμα του κάδου…</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Μετονομασία</translation>
    </message>
    <message>
        <source>&amp;Delete Saved Search</source>
        <translation>Να μη &amp;φυλάσσεται η αναζήτηση</translation>
    </message>
    <message>
        <source>Open O&amp;riginal</source>
        <translation>Άνοιγμα του &amp;πρωτοτύπου</translation>
    </message>
</context>
<context>
    <name>DocumentsModel</name>
    <message>
        <source>{n} new</source>
        <translation>{n} νέα</translation>
    </message>
    <message>
        <source>search {name}</source>
        <translation>αναζήτηση {name}</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Φυλαγμένες αναζητήσεις</translation>
    </message>
    <message>
        <source>new</source>
        <translation>νέο</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>αναπτυγμένο</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>συμπτυγμένο</translation>
    </message>
    <message>
        <source>Missing: 1 Council document</source>
        <translation>Λείπει: 1 έγγραφο του Συμβουλίου</translation>
    </message>
    <message>
        <source>Missing: {n} Council documents</source>
        <translation>Λείπουν: {n} έγγραφα</translation>
    </message>
    <message>
        <source>Acts cited</source>
        <translation>Πράξεις που αναφέρονται</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>Πίσω στη βιβλιοθήκη</translation>
    </message>
    <message>
        <source>{n} new or overdue</source>
        <translation>{n} νέα ή εκπρόθεσμα</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Σήμερα</translation>
    </message>
    <message>
        <source>Other documents</source>
        <translation>Άλλα έγγραφα</translation>
    </message>
    <message>
        <source>{reference} · not in library</source>
        <translation>{reference} · δεν υπάρχει στη βιβλιοθήκη</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Συνεδριάσεις</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Έγγραφα</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Κάδος</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Φάκελοι</translation>
    </message>
    <message>
        <source>Show newest only</source>
        <translation>Μόνο τα νεότερα</translation>
    </message>
    <message>
        <source>Show all {n}</source>
        <translation>Εμφάνιση και των {n}</translation>
    </message>
    <message>
        <source>cited in {names}</source>
        <translation>αναφέρεται από {names}</translation>
    </message>
    <message>
        <source>{reference}, missing, {names}</source>
        <translation>{reference}, λείπει, {names}</translation>
    </message>
</context>
<context>
    <name>DocumentsView</name>
    <message>
        <source>Mark as Read or &amp;Unread</source>
        <translation>Σήμανση ως αναγνωσμένο ή &amp;μη</translation>
    </message>
    <message>
        <source>Empty Trash</source>
        <translation>Άδειασμα του κάδου</translation>
    </message>
    <message>
        <source>1 document</source>
        <translation>1 έγγραφο</translation>
    </message>
    <message>
        <source>{n} documents</source>
        <translation>{n} έγγραφα</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 σημείωση</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} σημειώσεις</translation>
    </message>
    <message>
        <source> and </source>
        <translation> και </translation>
    </message>
    <message>
        <source>Delete {what} permanently?</source>
        <translation>Να διαγραφούν οριστικά: {what};</translation>
    </message>
    <message>
        <source>Their originals, notes and positions will also be deleted.</source>
        <translation>Μαζί διαγράφονται τα πρωτότυπα, οι σημειώσεις και οι θέσεις τους.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Η ενέργεια δεν αναιρείται.</translation>
    </message>
    <message>
        <source>Delete Permanently</source>
        <translation>Οριστική διαγραφή</translation>
    </message>
    <message>
        <source>No documents yet: drop files here.</source>
        <translation>Κανένα έγγραφο ακόμη: σύρετε αρχεία εδώ.</translation>
    </message>
    <message>
        <source>No documents yet: drop files here, or press {key}.</source>
        <translation>Κανένα έγγραφο ακόμη: σύρετε αρχεία εδώ ή πατήστε {key}.</translation>
    </message>
    <message>
        <source>No matches in the library.</source>
        <translation>Κανένα αποτέλεσμα στη βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>No matches in the library. Press {key} to search the texts.</source>
        <translation>Κανένα αποτέλεσμα στη βιβλιοθήκη. Με {key} αναζητείτε στα κείμενα.</translation>
    </message>
    <message>
        <source>Compare Both</source>
        <translation>Σύγκριση των δύο</translation>
    </message>
    <message>
        <source>Show or Hide</source>
        <translation>Εμφάνιση ή απόκρυψη</translation>
    </message>
    <message>
        <source>Open in &amp;Language</source>
        <translation>Άνοιγμα σε &amp;γλώσσα</translation>
    </message>
    <message>
        <source>Move One Language to Trash</source>
        <translation>Μεταφορά μιας γλώσσας στον κάδο</translation>
    </message>
</context>
<context>
    <name>DossiersController</name>
    <message>
        <source>A document may belong to a dossier</source>
        <translation>Ένα έγγραφο ίσως ανήκει σε φάκελο</translation>
    </message>
    <message>
        <source>{n} documents may belong to dossiers</source>
        <translation>{n} έγγραφα ίσως ανήκουν σε φακέλους</translation>
    </message>
    <message>
        <source>{paper} to {dossier}: {reasons}</source>
        <translation>{paper} στον φάκελο {dossier}: {reasons}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Έλεγχος και απάντηση</translation>
    </message>
    <message>
        <source>Move to Another Dossier</source>
        <translation>Μετακίνηση σε άλλον φάκελο</translation>
    </message>
    <message>
        <source>Type the subject of the dossier or its interinstitutional file</source>
        <translation>Πληκτρολογήστε τι αφορά ο φάκελος ή τον διοργανικό αριθμό του</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Φάκελοι</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Τίποτα προς σύγκριση</translation>
    </message>
</context>
<context>
    <name>DueEdit</name>
    <message>
        <source>Deadline</source>
        <translation>Προθεσμία</translation>
    </message>
    <message>
        <source>A date, a time or both: 14.10. 12:00, 2026-10-14, 12:00, or +3 for three days from now</source>
        <translation>Ημέρα, ώρα ή και τα δύο: 14.10. 12:00, 2026-10-14, 12:00, +3 για σε τρεις ημέρες</translation>
    </message>
    <message>
        <source>Not a date or time. {forms}</source>
        <translation>Δεν είναι ημερομηνία ή ώρα. {forms}</translation>
    </message>
</context>
<context>
    <name>Encryption</name>
    <message>
        <source>Passphrase</source>
        <translation>Φράση πρόσβασης</translation>
    </message>
    <message>
        <source>Check that full-disk encryption is on; your IT service can tell you. It protects this library and everything else on the laptop while it is switched off.</source>
        <translation>Η γενική προστασία ενός φορητού υπολογιστή είναι η κρυπτογράφηση ολόκληρου του δίσκου, που ενεργοποιείται ή όχι στις ρυθμίσεις του συστήματος: με αυτή κανείς δεν διαβάζει τη βιβλιοθήκη, ούτε οτιδήποτε άλλο, όσο ο υπολογιστής είναι κλειστός. Ρωτήστε όποιον φροντίζει τον υπολογιστή αν είναι ενεργή.</translation>
    </message>
    <message>
        <source>A passphrase also protects this library while the laptop is on and the library is locked, and in every copy of its folder. The documents, notes, search index and backups in the folder will be encrypted. Exports, packages and backups already stored elsewhere are not.</source>
        <translation>Η φράση πρόσβασης προστατεύει τη βιβλιοθήκη πέραν αυτού: όσο ο υπολογιστής είναι ανοικτός και η βιβλιοθήκη κλειδωμένη, και σε κάθε αντίγραφο του φακέλου της. Τα έγγραφα, οι σημειώσεις, το ευρετήριο αναζήτησης και τα αντίγραφα ασφαλείας στον φάκελο γράφονται εκ νέου, κρυπτογραφημένα. Ό,τι βγήκε νωρίτερα, όπως εξαγωγές, πακέτα και αντίγραφα σε δεύτερη θέση, μένει όπως ήταν.</translation>
    </message>
    <message>
        <source>If you lose the passphrase, you lose the library. It is stored nowhere and cannot be reset, either by your administrator or by the makers of Delegate Desk. Write it down and keep it somewhere safe.</source>
        <translation>Αν χαθεί η φράση πρόσβασης, χάνεται η βιβλιοθήκη. Δεν φυλάσσεται πουθενά και δεν επαναφέρεται: κανείς δεν μπορεί να βοηθήσει, ούτε ο διαχειριστής σας ούτε οι κατασκευαστές του Delegate Desk. Σημειώστε την και φυλάξτε την εκεί όπου πηγαίνετε μόνο εσείς.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Νέα φράση πρόσβασης</translation>
    </message>
    <message>
        <source>Repeat passphrase</source>
        <translation>Επανάληψη φράσης πρόσβασης</translation>
    </message>
    <message>
        <source>Repeat new passphrase</source>
        <translation>Επανάληψη νέας φράσης πρόσβασης</translation>
    </message>
    <message>
        <source>Show &amp;passphrase</source>
        <translation>Εμφάνιση της &amp;φράσης πρόσβασης</translation>
    </message>
    <message>
        <source>I &amp;understand that nobody can open this library without it</source>
        <translation>&amp;Γνωρίζω ότι χωρίς αυτή κανείς δεν μπορεί να ανοίξει τη βιβλιοθήκη</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
    <message>
        <source>&amp;Encrypt Library</source>
        <translation>&amp;Κρυπτογράφηση της βιβλιοθήκης</translation>
    </message>
</context>
<context>
    <name>EncryptionDialog</name>
    <message>
        <source>Your administrator requires a passphrase for the library {folder}.</source>
        <translation>Ο διαχειριστής σας απαιτεί φράση πρόσβασης για τη βιβλιοθήκη {folder}.</translation>
    </message>
    <message>
        <source>Encrypting the library</source>
        <translation>Η βιβλιοθήκη κρυπτογραφείται</translation>
    </message>
    <message>
        <source>Library encrypted</source>
        <translation>Η βιβλιοθήκη κρυπτογραφήθηκε</translation>
    </message>
</context>
<context>
    <name>Exchanging</name>
    <message>
        <source>Nothing to export</source>
        <translation>Τίποτα προς εξαγωγή</translation>
    </message>
    <message>
        <source>There are no notes in the library yet.</source>
        <translation>Δεν υπάρχουν ακόμη σημειώσεις στη βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>Web Annotations (*.jsonld *.json)</source>
        <translation>Web Annotations (*.jsonld *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Όλα τα αρχεία (*)</translation>
    </message>
    <message>
        <source>Import Notes</source>
        <translation>Εισαγωγή σημειώσεων</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Ανάγνωση: {file}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Νέοι</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Ενημερώθηκαν</translation>
    </message>
    <message>
        <source>Already in library</source>
        <translation>Υπήρχαν ήδη</translation>
    </message>
    <message>
        <source>Left in the trash</source>
        <translation>Στον κάδο, όπου και μένουν</translation>
    </message>
    <message>
        <source>There was nothing to import.</source>
        <translation>Δεν υπήρχε τίποτα προς εισαγωγή.</translation>
    </message>
    <message>
        <source>Not placed, listed under “Unplaced Notes”: {count}.</source>
        <translation>Χωρίς βέβαιη θέση στο κείμενο, στον κατάλογο «Όσα δεν έχουν θέση στο κείμενο»: {count}.</translation>
    </message>
    <message>
        <source>Notes imported</source>
        <translation>Οι σημειώσεις εισήχθησαν</translation>
    </message>
    <message>
        <source>A document without a reference</source>
        <translation>Έγγραφο χωρίς αριθμό</translation>
    </message>
    <message>
        <source>Waiting for {name} ({language}) to be imported: {count}.</source>
        <translation>Σε αναμονή έως ότου εισαχθεί το {name} ({language}): {count}.</translation>
    </message>
    <message>
        <source>Not imported, because {name} is not in the library and no document is open: {count}.</source>
        <translation>Δεν εισήχθησαν, επειδή το {name} δεν είναι στη βιβλιοθήκη και δεν είναι ανοικτό κανένα έγγραφο: {count}.</translation>
    </message>
    <message>
        <source>Not imported, because their words could not be located in {name}: {count}.</source>
        <translation>Δεν εισήχθησαν, επειδή οι λέξεις τους δεν εντοπίστηκαν στο {name}: {count}.</translation>
    </message>
    <message>
        <source>Not imported, because they are not notes: {count}.</source>
        <translation>Δεν εισήχθησαν, επειδή δεν είναι σημειώσεις: {count}.</translation>
    </message>
    <message>
        <source>Not imported, because they are empty: {count}.</source>
        <translation>Δεν εισήχθησαν, επειδή είναι κενοί: {count}.</translation>
    </message>
    <message>
        <source>Not imported, because they are too long: {count}.</source>
        <translation>Δεν εισήχθησαν, επειδή είναι πολύ μεγάλοι: {count}.</translation>
    </message>
    <message>
        <source>their document</source>
        <translation>έγγραφό τους</translation>
    </message>
</context>
<context>
    <name>ExitBackup</name>
    <message>
        <source>Your changes are saved. Backing up…</source>
        <translation>Όλα αποθηκεύτηκαν. Δημιουργείται αντίγραφο…</translation>
    </message>
    <message>
        <source>Backup progress</source>
        <translation>Πρόοδος του αντιγράφου ασφαλείας</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Παράλειψη</translation>
    </message>
</context>
<context>
    <name>ExitBackupDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Choose the file</source>
        <translation>Επιλογή του αρχείου</translation>
    </message>
</context>
<context>
    <name>ExportSidePane</name>
    <message>
        <source>Export settings</source>
        <translation>Ρυθμίσεις εξαγωγής</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Επιλογή…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Επιλογή του αρχείου</translation>
    </message>
    <message>
        <source>Copy for Email</source>
        <translation>Αντιγραφή για μήνυμα</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Εκτύπωση…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Εκτύπωση</translation>
    </message>
    <message>
        <source>Open when done</source>
        <translation>Άνοιγμα μετά την εξαγωγή</translation>
    </message>
    <message>
        <source>A file with this name exists and will be replaced.</source>
        <translation>Υπάρχει αρχείο με αυτό το όνομα και θα αντικατασταθεί.</translation>
    </message>
    <message>
        <source>Nothing to export yet</source>
        <translation>Τίποτα προς εξαγωγή ακόμη</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 σελίδα</translation>
    </message>
    <message>
        <source>{n} pages</source>
        <translation>{n} σελίδες</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Έλεγχοι</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Εμφάνιση</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>Προς έλεγχο</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Εντάξει</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Άνοιγμα</translation>
    </message>
    <message>
        <source>Document details…</source>
        <translation>Στοιχεία εγγράφου…</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Επιλογή</translation>
    </message>
    <message>
        <source>Mark as cleared…</source>
        <translation>Σήμανση ως εγκεκριμένης…</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>δεν έχει επιλεγεί ακόμη</translation>
    </message>
    <message>
        <source>With the codes of delegations</source>
        <translation>Με τους κωδικούς των αντιπροσωπιών</translation>
    </message>
    <message>
        <source>Delegations counted, not named</source>
        <translation>Αριθμός αντιπροσωπιών, χωρίς όνομα</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Εξαγωγή</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Ιστοσελίδα</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Απλό κείμενο</translation>
    </message>
    <message>
        <source>Table for a spreadsheet</source>
        <translation>Πίνακας για υπολογιστικό φύλλο</translation>
    </message>
    <message>
        <source>Web Annotations for other programs</source>
        <translation>Web Annotations για άλλα προγράμματα</translation>
    </message>
    <message>
        <source>Calendar for Outlook and others</source>
        <translation>Ημερολόγιο (Outlook κ.ά.)</translation>
    </message>
    <message>
        <source>Export to Word</source>
        <translation>Εξαγωγή στο Word</translation>
    </message>
    <message>
        <source>Export as {format}</source>
        <translation>Εξαγωγή ως {format}</translation>
    </message>
    <message>
        <source>file</source>
        <translation>αρχείο</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Είδος</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Για</translation>
    </message>
    <message>
        <source>Mark-up</source>
        <translation>Επισήμανση</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Στήλες</translation>
    </message>
    <message>
        <source>Headings in</source>
        <translation>Επικεφαλίδες στα</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Πρότυπο</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Ονόματα</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Αντιπροσωπία</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Μορφή</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Φάκελος</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Όνομα</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Επαναφορά</translation>
    </message>
    <message>
        <source>Reset the settings</source>
        <translation>Επαναφορά των ρυθμίσεων</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ρυθμίσεις</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Τι θα σταλεί</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Αρχείο</translation>
    </message>
</context>
<context>
    <name>ExportView</name>
    <message>
        <source>Export · {name}</source>
        <translation>Εξαγωγή · {name}</translation>
    </message>
    <message>
        <source>Esc back</source>
        <translation>Esc επιστροφή</translation>
    </message>
    <message>
        <source>Saving {file}</source>
        <translation>Εγγραφή: {file}</translation>
    </message>
    <message>
        <source>Exported: {file}</source>
        <translation>Εξήχθη: {file}</translation>
    </message>
    <message>
        <source>Copied. Paste it into an email.</source>
        <translation>Αντιγράφηκε. Επικολλήστε το σε μήνυμα.</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Προηγούμενη σελίδα</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Επόμενη σελίδα</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Σμίκρυνση</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Μεγέθυνση</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Άνοιγμα</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Άνοιγμα του αρχείου</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Εμφάνιση στον φάκελο</translation>
    </message>
    <message>
        <source>Mark as sent…</source>
        <translation>Σήμανση ως απεσταλμένης…</translation>
    </message>
    <message>
        <source>Record the recipient of the position</source>
        <translation>Δηλώστε σε ποιον εστάλη η θέση</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Πίσω</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Εξαγωγή</translation>
    </message>
    <message>
        <source>Page {n} of {of}</source>
        <translation>Σελίδα {n} από {of}</translation>
    </message>
</context>
<context>
    <name>FacetsPane</name>
    <message>
        <source>Filter results</source>
        <translation>Περιορισμός των αποτελεσμάτων</translation>
    </message>
    <message>
        <source>Filters by language, year and type appear here.</source>
        <translation>Εδώ εμφανίζονται πλήθη κατά γλώσσα, έτος και τύπο.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Γλώσσα</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Έτος</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Τύπος</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Κωδικός</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Φάκελος</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>Σήμανση</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Είδος</translation>
    </message>
    <message>
        <source>text</source>
        <translation>κείμενο</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>σημειώσεις</translation>
    </message>
    <message>
        <source>positions</source>
        <translation>θέσεις</translation>
    </message>
    <message>
        <source>interventions</source>
        <translation>παρεμβάσεις</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>χωρίς ημερομηνία</translation>
    </message>
</context>
<context>
    <name>FamilyController</name>
    <message>
        <source>Close the second pane</source>
        <translation>Κλείσιμο της δεύτερης πλευράς</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Κείμενο</translation>
    </message>
    <message>
        <source>Original pages</source>
        <translation>Σελίδες του πρωτοτύπου</translation>
    </message>
    <message>
        <source>Another document…</source>
        <translation>Άλλο έγγραφο…</translation>
    </message>
    <message>
        <source>Open Beside</source>
        <translation>Άνοιγμα δίπλα</translation>
    </message>
    <message>
        <source>Document to show beside this one</source>
        <translation>Έγγραφο που θα εμφανιστεί δίπλα σε αυτό</translation>
    </message>
    <message>
        <source>This is the newest revision in the library</source>
        <translation>Αυτή είναι η νεότερη αναθεώρηση στη βιβλιοθήκη</translation>
    </message>
    <message>
        <source>This is the oldest revision in the library</source>
        <translation>Αυτή είναι η παλαιότερη αναθεώρηση στη βιβλιοθήκη</translation>
    </message>
    <message>
        <source>Open {revision}</source>
        <translation>Άνοιγμα {revision}</translation>
    </message>
    <message>
        <source>What changed for us</source>
        <translation>Τι άλλαξε για εμάς</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Έλεγχος</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Αργότερα</translation>
    </message>
    <message>
        <source>Document details…</source>
        <translation>Στοιχεία εγγράφου…</translation>
    </message>
    <message>
        <source>Please check: {fields}.</source>
        <translation>Χρειάζονται έλεγχο: {fields}.</translation>
    </message>
    <message>
        <source>{revision} of {day} is in the library.</source>
        <translation>Το {revision} της {day} υπάρχει στη βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>{revision} is in the library.</source>
        <translation>Το {revision} υπάρχει στη βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>{revision} of {day} is in the library, only in: {languages}.</source>
        <translation>Το {revision} της {day} υπάρχει στη βιβλιοθήκη, μόνο σε: {languages}.</translation>
    </message>
    <message>
        <source>{revision} is in the library, only in: {languages}.</source>
        <translation>Το {revision} υπάρχει στη βιβλιοθήκη, μόνο σε: {languages}.</translation>
    </message>
    <message>
        <source>{name} · not in library · Import…</source>
        <translation>{name} · δεν υπάρχει στη βιβλιοθήκη · Εισαγωγή…</translation>
    </message>
</context>
<context>
    <name>FamilyTab</name>
    <message>
        <source>Close the second pane</source>
        <translation>Κλείσιμο της δεύτερης πλευράς</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Something went wrong</source>
        <translation>Παρουσιάστηκε σφάλμα</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Τι συνέβη</translation>
    </message>
    <message>
        <source>A program error interrupted the last action. You did nothing wrong.</source>
        <translation>Ένα σφάλμα του προγράμματος διέκοψε την ενέργεια που ήταν σε εξέλιξη. Δεν κάνατε εσείς κάτι λάθος.</translation>
    </message>
    <message>
        <source>What is safe</source>
        <translation>Τι είναι ασφαλές</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Τι να κάνετε</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Η αναφορά</translation>
    </message>
    <message>
        <source>&amp;Copy Report</source>
        <translation>Αντι&amp;γραφή της αναφοράς</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>&amp;Επανεκκίνηση</translation>
    </message>
    <message>
        <source>C&amp;ontinue</source>
        <translation>&amp;Συνέχεια</translation>
    </message>
</context>
<context>
    <name>FaultDialog</name>
    <message>
        <source>Everything saved so far. Your last changes are not saved because the library cannot be written to: copy them, then continue.</source>
        <translation>Όλα όσα αποθηκεύτηκαν. Το τελευταίο που γράψατε δεν αποθηκεύτηκε ακόμη, επειδή η εγγραφή στη βιβλιοθήκη δεν είναι δυνατή: συνεχίστε και αντιγράψτε το πρώτα.</translation>
    </message>
    <message>
        <source>Everything you have written: each change is saved as you make it.</source>
        <translation>Όλα όσα γράψατε: κάθε αλλαγή αποθηκεύεται ολόκληρη, μόλις γίνει.</translation>
    </message>
    <message>
        <source>If it happens again, copy the report and send it to your IT support. It contains no document text, and is also in the log: {folder}</source>
        <translation>Αν συμβεί πάλι, αντιγράψτε την αναφορά και στείλτε τη σε όποιον σας υποστηρίζει. Δεν περιέχει κείμενο εγγράφων και βρίσκεται και στο αρχείο καταγραφής: {folder}</translation>
    </message>
    <message>
        <source>Continue, or restart to return to the same place.</source>
        <translation>Συνεχίστε, ή κάντε επανεκκίνηση για να βρεθείτε σε λίγο στο ίδιο σημείο.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>&amp;Copied</source>
        <translation>Αντι&amp;γράφηκε</translation>
    </message>
</context>
<context>
    <name>FieldController</name>
    <message>
        <source>Commands</source>
        <translation>Εντολές</translation>
    </message>
    <message>
        <source>1 result</source>
        <translation>1 αποτέλεσμα</translation>
    </message>
    <message>
        <source>{n} results</source>
        <translation>{n} αποτελέσματα</translation>
    </message>
    <message>
        <source>Alt+Enter all {results}</source>
        <translation>Alt+Enter όλα: {results}</translation>
    </message>
    <message>
        <source>{sign} commands</source>
        <translation>{sign} εντολές</translation>
    </message>
    <message>
        <source>No command for “{words}”. Enter searches the library.</source>
        <translation>Καμία εντολή για «{words}». Με Enter γίνεται αναζήτηση στη βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>Πρόσφατες αναζητήσεις</translation>
    </message>
    <message>
        <source>Suggested commands</source>
        <translation>Προτεινόμενες εντολές</translation>
    </message>
    <message>
        <source>Go to {place}</source>
        <translation>Μετάβαση: {place}</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Μετάβαση</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Έγγραφα</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Φάκελος</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Συνεδρίαση</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>Αποθηκευμένη αναζήτηση</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Κείμενο</translation>
    </message>
    <message>
        <source>Notes and positions</source>
        <translation>Σημειώσεις και θέσεις</translation>
    </message>
    <message>
        <source>1 paragraph</source>
        <translation>1 παράγραφος</translation>
    </message>
    <message>
        <source>{n} paragraphs</source>
        <translation>{n} παράγραφοι</translation>
    </message>
    <message>
        <source>1 document</source>
        <translation>1 έγγραφο</translation>
    </message>
    <message>
        <source>{n} documents</source>
        <translation>{n} έγγραφα</translation>
    </message>
    <message>
        <source>{paragraphs} in {documents}</source>
        <translation>{paragraphs} σε {documents}</translation>
    </message>
    <message>
        <source>Our position</source>
        <translation>Η θέση μας</translation>
    </message>
    <message>
        <source>Intervention</source>
        <translation>Παρέμβαση</translation>
    </message>
    <message>
        <source>{command} on {place}</source>
        <translation>{command}: {place}</translation>
    </message>
    <message>
        <source>Draft on {place}</source>
        <translation>Διατύπωση: {place}</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Προτιμήσεις</translation>
    </message>
    <message>
        <source>In this document</source>
        <translation>Σε αυτό το έγγραφο</translation>
    </message>
    <message>
        <source>Said and written</source>
        <translation>Λόγια και γραπτά</translation>
    </message>
    <message>
        <source>From…</source>
        <translation>Από…</translation>
    </message>
    <message>
        <source>After…</source>
        <translation>Μετά…</translation>
    </message>
    <message>
        <source>Dossier…</source>
        <translation>Φάκελος…</translation>
    </message>
</context>
<context>
    <name>FieldPanel</name>
    <message>
        <source>Documents, text, notes and commands</source>
        <translation>Έγγραφα, κείμενο, σημειώσεις και εντολές</translation>
    </message>
    <message>
        <source>Enter open   Ctrl+Enter new tab   Space preview   Tab complete</source>
        <comment>keys, three spaces between them</comment>
        <translation>Enter άνοιγμα   Ctrl+Enter νέα καρτέλα   Κενό προεπισκόπηση   Tab συμπλήρωση</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Confirm {field}</source>
        <translation>Επιβεβαίωση: {field}</translation>
    </message>
    <message>
        <source>Revert {field}</source>
        <translation>Ανάκληση: {field}</translation>
    </message>
    <message>
        <source>separate several with semicolons</source>
        <translation>πολλά, χωρισμένα με «;»</translation>
    </message>
    <message>
        <source>none</source>
        <translation>κανένα</translation>
    </message>
    <message>
        <source>no</source>
        <translation>όχι</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ναι</translation>
    </message>
    <message>
        <source>Edited. Read from the document: {read}</source>
        <translation>Διορθώθηκε με το χέρι. Διαβάστηκε: {read}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>τίποτα</translation>
    </message>
    <message>
        <source>Please check.</source>
        <translation>Χρειάζεται έλεγχος.</translation>
    </message>
</context>
<context>
    <name>FileSection</name>
    <message>
        <source>folded</source>
        <translation>συμπτυγμένο</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>αναπτυγμένο</translation>
    </message>
</context>
<context>
    <name>FiltersPane</name>
    <message>
        <source>Clear</source>
        <translation>Καθαρισμός</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Φίλτρο</translation>
    </message>
    <message>
        <source>1 more</source>
        <translation>1 ακόμη</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} ακόμη</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this document</source>
        <translation>Εύρεση σε αυτό το έγγραφο</translation>
    </message>
    <message>
        <source>Not found in this document</source>
        <translation>Δεν βρέθηκε σε αυτό το έγγραφο</translation>
    </message>
</context>
<context>
    <name>HeaderDialog</name>
    <message>
        <source>Document Details</source>
        <translation>Τι λέει η πρώτη σελίδα</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Αποθήκευση</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
    <message>
        <source>Please check the highlighted fields.</source>
        <translation>Ελέγξτε τα πεδία που επισημαίνονται.</translation>
    </message>
    <message>
        <source>All fields were read with confidence. Your corrections are kept if the document is re-imported.</source>
        <translation>Όλα διαβάστηκαν με βεβαιότητα. Ό,τι γράψετε εδώ μένει, ό,τι και αν διαβαστεί αργότερα.</translation>
    </message>
</context>
<context>
    <name>HitDelegate</name>
    <message>
        <source>{n} shown</source>
        <translation>εμφανίζονται {n}</translation>
    </message>
    <message>
        <source>1 result</source>
        <translation>1 αποτέλεσμα</translation>
    </message>
    <message>
        <source>{n} results</source>
        <translation>{n} αποτελέσματα</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>&amp;Open</source>
        <translation>Άν&amp;οιγμα</translation>
    </message>
    <message>
        <source>Open in New &amp;Tab</source>
        <translation>Άνοιγμα σε δική του &amp;καρτέλα</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Προεπισκόπηση εδώ</translation>
    </message>
    <message>
        <source>Open in {language}</source>
        <translation>Άνοιγμα στα {language}</translation>
    </message>
    <message>
        <source>Open {document}</source>
        <translation>Άνοιγμα: {document}</translation>
    </message>
</context>
<context>
    <name>HitsModel</name>
    <message>
        <source>on {place}</source>
        <translation>σε {place}</translation>
    </message>
    <message>
        <source>also in {places}</source>
        <translation>επίσης σε {places}</translation>
    </message>
    <message>
        <source>Without {what}</source>
        <translation>Χωρίς: {what}</translation>
    </message>
    <message>
        <source>Did you mean “{what}”?</source>
        <translation>Μήπως εννοείτε «{what}»;</translation>
    </message>
    <message>
        <source>Try {what}</source>
        <translation>Δοκιμάστε {what}</translation>
    </message>
    <message>
        <source>All word forms</source>
        <translation>Όλοι οι τύποι της λέξης</translation>
    </message>
    <message>
        <source>accents ignored</source>
        <translation>χωρίς τόνους</translation>
    </message>
    <message>
        <source>word form</source>
        <translation>άλλος τύπος της λέξης</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>αρχίζει με</translation>
    </message>
    <message>
        <source>similar spelling</source>
        <translation>παρόμοια γραφή</translation>
    </message>
    <message>
        <source>Show 1 more result</source>
        <translation>Εμφάνιση του άλλου αποτελέσματος</translation>
    </message>
    <message>
        <source>Show {n} more results</source>
        <translation>Εμφάνιση των άλλων {n} αποτελεσμάτων</translation>
    </message>
    <message>
        <source>Go to {place}</source>
        <translation>Μετάβαση: {place}</translation>
    </message>
    <message>
        <source>1 result</source>
        <translation>1 αποτέλεσμα</translation>
    </message>
    <message>
        <source>{n} results</source>
        <translation>{n} αποτελέσματα</translation>
    </message>
    <message>
        <source>Also in other languages: nothing has been learned yet.</source>
        <translation>Και σε άλλες γλώσσες: δεν υπάρχουν ακόμη μεταφράσεις.</translation>
    </message>
    <message>
        <source>Import a document in two languages, or a term base under Preferences &gt; Library.</source>
        <translation>Εισαγάγετε ένα έγγραφο σε δύο γλώσσες ή μια βάση όρων στις Προτιμήσεις &gt; Βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>Also in other languages ({n})</source>
        <translation>Και σε άλλες γλώσσες ({n})</translation>
    </message>
    <message>
        <source>Your notes</source>
        <translation>Οι σημειώσεις σας</translation>
    </message>
    <message>
        <source>Your positions</source>
        <translation>Οι θέσεις σας</translation>
    </message>
    <message>
        <source>Interventions</source>
        <translation>Παρεμβάσεις</translation>
    </message>
    <message>
        <source>No results. Try instead:</source>
        <translation>Κανένα αποτέλεσμα. Δοκιμάστε:</translation>
    </message>
</context>
<context>
    <name>HolderCombo</name>
    <message>
        <source>Delegation with the reservation</source>
        <translation>Αντιπροσωπία με την επιφύλαξη</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>δική μας</translation>
    </message>
</context>
<context>
    <name>ImportController</name>
    <message>
        <source>text from the clipboard</source>
        <translation>κείμενο από το πρόχειρο</translation>
    </message>
</context>
<context>
    <name>InputDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
    <message>
        <source>{name} is required.</source>
        <translation>Το πεδίο «{name}» είναι υποχρεωτικό.</translation>
    </message>
</context>
<context>
    <name>InterventionsModel</name>
    <message>
        <source>{n} delegations</source>
        <translation>{n} αντιπροσωπίες</translation>
    </message>
    <message>
        <source>note</source>
        <translation>σημείωση</translation>
    </message>
    <message>
        <source>conclusion</source>
        <translation>συμπέρασμα</translation>
    </message>
</context>
<context>
    <name>InterventionsView</name>
    <message>
        <source>Interventions</source>
        <translation>Παρεμβάσεις</translation>
    </message>
    <message>
        <source>Move to item</source>
        <translation>Μεταφορά σε σημείο</translation>
    </message>
    <message>
        <source>&amp;Meeting as a whole</source>
        <translation>Η &amp;συνεδρίαση στο σύνολό της</translation>
    </message>
    <message>
        <source>&amp;Edit	F2</source>
        <translation>&amp;Επεξεργασία	F2</translation>
    </message>
    <message>
        <source>&amp;Go to paragraph</source>
        <translation>&amp;Μετάβαση στη διάταξη</translation>
    </message>
    <message>
        <source>&amp;Delete	Del</source>
        <translation>&amp;Διαγραφή	Del</translation>
    </message>
</context>
<context>
    <name>KeyGuard</name>
    <message>
        <source>{command} is not available here</source>
        <translation>Η εντολή «{command}» δεν είναι διαθέσιμη εδώ</translation>
    </message>
    <message>
        <source>“{command}” is {key} now.</source>
        <translation>«{command}»: τώρα με {key}.</translation>
    </message>
    <message>
        <source>“{command}” has no key now; {all} finds it.</source>
        <translation>Το «{command}» δεν έχει πια πλήκτρο· το βρίσκει το {all}.</translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>Reassi&amp;gn</source>
        <translation>&amp;Μεταφορά από εκεί</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Χωρίς πλήκτρο</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Επαναφορά</translation>
    </message>
    <message>
        <source>Reset &amp;All</source>
        <translation>Επαναφορά ό&amp;λων</translation>
    </message>
    <message>
        <source>&amp;Print Shortcuts…</source>
        <translation>Ε&amp;κτύπωση φύλλου πλήκτρων…</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Εντολή</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Πλήκτρο</translation>
    </message>
    <message>
        <source>Commands and their shortcuts</source>
        <translation>Εντολές και τα πλήκτρα τους</translation>
    </message>
    <message>
        <source>{keys}, also of {commands}</source>
        <translation>{keys}, και για: {commands}</translation>
    </message>
    <message>
        <source>{command}, {keys}</source>
        <translation>{command}, {keys}</translation>
    </message>
    <message>
        <source>{command}, no shortcut</source>
        <translation>{command}, χωρίς πλήκτρο</translation>
    </message>
    <message>
        <source>{keys}: your shortcut for {commands}</source>
        <translation>{keys}: δικό σας πλήκτρο για {commands}</translation>
    </message>
    <message>
        <source>Shortcut for “{command}”</source>
        <translation>Πλήκτρο της εντολής «{command}»</translation>
    </message>
    <message>
        <source>This shortcut is also used by {commands}.</source>
        <translation>Το πλήκτρο της ανήκει και σε: {commands}.</translation>
    </message>
    <message>
        <source>{why} Press another key.</source>
        <translation>{why} Πατήστε άλλο.</translation>
    </message>
    <message>
        <source>{key} is already used by {commands}.</source>
        <translation>Το {key} χρησιμοποιείται ήδη για: {commands}.</translation>
    </message>
    <message>
        <source>Shortcut saved.</source>
        <translation>Η συντόμευση αποθηκεύτηκε.</translation>
    </message>
</context>
<context>
    <name>KeyRecorder</name>
    <message>
        <source>Press the new shortcut</source>
        <translation>Πατήστε το νέο πλήκτρο</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Πλήκτρα</translation>
    </message>
    <message>
        <source>&amp;Customise…</source>
        <translation>Αλλα&amp;γή πλήκτρων…</translation>
    </message>
    <message>
        <source>&amp;Print Shortcuts…</source>
        <translation>Ε&amp;κτύπωση φύλλου πλήκτρων…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Κλεί&amp;σιμο</translation>
    </message>
</context>
<context>
    <name>LibraryWork</name>
    <message>
        <source>You can stop at any time; nothing is changed until it is complete.</source>
        <translation>Έως ότου ολοκληρωθεί, όλα είναι όπως πριν: μπορεί να διακοπεί.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Διακοπή</translation>
    </message>
</context>
<context>
    <name>LibraryWorkDialog</name>
    <message>
        <source>C&amp;ontinue</source>
        <translation>&amp;Συνέχεια</translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>Licences</source>
        <translation>Άδειες χρήσης</translation>
    </message>
    <message>
        <source>Search components and licences</source>
        <translation>Εύρεση μέρους, άδειας ή λέξεών της</translation>
    </message>
    <message>
        <source>No matches.</source>
        <translation>Κανένα αποτέλεσμα.</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Μέρη του προγράμματος</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Η άδεια χρήσης</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>LockController</name>
    <message>
        <source>Your last changes cannot be saved and would be lost. The library will lock as soon as they are saved.</source>
        <translation>Το τελευταίο που γράψατε δεν μπορεί να αποθηκευτεί και θα χανόταν. Το κλείδωμα θα γίνει μόλις αποθηκευτεί.</translation>
    </message>
    <message>
        <source>Library not locked</source>
        <translation>Η βιβλιοθήκη δεν είναι κλειδωμένη</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Current paragraph</source>
        <translation>Σχετικά με την παράγραφο</translation>
    </message>
    <message>
        <source>More menus</source>
        <translation>Περισσότερα μενού</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Όλα τα αρχεία (*)</translation>
    </message>
    <message>
        <source>Import Documents</source>
        <translation>Εισαγωγή εγγράφων</translation>
    </message>
    <message>
        <source>First copy files in a file manager, or text from any program.</source>
        <translation>Αντιγράψτε πρώτα αρχεία από τη διαχείριση αρχείων, ή ένα κείμενο από οπουδήποτε.</translation>
    </message>
    <message>
        <source>Nothing to paste</source>
        <translation>Τίποτα προς επικόλληση</translation>
    </message>
    <message>
        <source>Start &amp;Meeting</source>
        <translation>Έναρξη &amp;συνεδρίασης</translation>
    </message>
    <message>
        <source>Delegate Desk</source>
        <translation>Delegate Desk</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Πρόοδος</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Διακοπή</translation>
    </message>
    <message>
        <source>Stop importing documents</source>
        <translation>Διακοπή της εισαγωγής εγγράφων</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Χωρίς σύνδεση</translation>
    </message>
    <message>
        <source>Delegate Desk never opens a network connection</source>
        <translation>Το Delegate Desk δεν ανοίγει ποτέ σύνδεση δικτύου</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Αρχείο</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Βιβλιοθήκη</translation>
    </message>
    <message>
        <source>R&amp;ecent Libraries</source>
        <translation>Πρόσφατες βιβλι&amp;οθήκες</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Επεξεργασία</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Προβολή</translation>
    </message>
    <message>
        <source>Interface La&amp;nguage</source>
        <translation>&amp;Γλώσσα παραθύρου</translation>
    </message>
    <message>
        <source>&amp;Position</source>
        <translation>&amp;Θέση</translation>
    </message>
    <message>
        <source>&amp;Meeting</source>
        <translation>Συνε&amp;δρίαση</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Βοήθεια</translation>
    </message>
    <message>
        <source>&amp;Import Documents…</source>
        <translation>&amp;Εισαγωγή εγγράφων…</translation>
    </message>
    <message>
        <source>Import PDF, Word, HTML and text files, archives and emails into the library</source>
        <translation>Ανάγνωση PDF, Word, ιστοσελίδων και κειμένων, συμπιεσμένων αρχείων και μηνυμάτων στη βιβλιοθήκη</translation>
    </message>
    <message>
        <source>&amp;Mark-up</source>
        <translation>&amp;Επισημάνσεις</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Ζουμ</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>Ε&amp;μφάνιση</translation>
    </message>
    <message>
        <source>Split and &amp;Windows</source>
        <translation>Διαίρεση &amp;και παράθυρα</translation>
    </message>
    <message>
        <source>&amp;Document</source>
        <translation>Έ&amp;γγραφο</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>Σ&amp;ημειώσεις</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>Περ&amp;ισσότερα</translation>
    </message>
    <message>
        <source>&amp;Stance</source>
        <translation>Σ&amp;τάση</translation>
    </message>
    <message>
        <source>C&amp;hanges</source>
        <translation>&amp;Αλλαγές</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>Ε&amp;ξαγωγή</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Επι&amp;κόλληση</translation>
    </message>
    <message>
        <source>Paste files, or text as a document</source>
        <translation>Επικόλληση αρχείων, ή κειμένου ως εγγράφου</translation>
    </message>
    <message>
        <source>&amp;Watch Folder…</source>
        <translation>Παρακολούθηση &amp;φακέλου…</translation>
    </message>
    <message>
        <source>Import new files from a folder automatically</source>
        <translation>Εισαγωγή κάθε αρχείου που τοποθετείται σε έναν φάκελο</translation>
    </message>
    <message>
        <source>&amp;What Changed for Us</source>
        <translation>Τι άλλαξε &amp;για εμάς</translation>
    </message>
    <message>
        <source>How the current document affects our proposals, red lines, reservations and questions on the previous one</source>
        <translation>Τι απέγιναν στο τρέχον έγγραφο οι προτάσεις, κόκκινες γραμμές, επιφυλάξεις και ερωτήσεις μας για το προηγούμενο</translation>
    </message>
    <message>
        <source>&amp;Review Carried-Over Notes</source>
        <translation>Έλεγχος όσων μ&amp;εταφέρθηκαν</translation>
    </message>
    <message>
        <source>Choose the place of notes that could not be placed with certainty</source>
        <translation>Δηλώστε πού ανήκουν οι σημειώσεις των οποίων η θέση δεν είναι βέβαιη</translation>
    </message>
    <message>
        <source>C&amp;arry Over from Previous Revision</source>
        <translation>&amp;Μεταφορά από την προηγούμενη αναθεώρηση</translation>
    </message>
    <message>
        <source>Carry over notes, interventions and our position; repeating this adds no duplicates</source>
        <translation>Μεταφορά σημειώσεων, παρεμβάσεων και της θέσης μας· η επανάληψη δεν προσθέτει τίποτα</translation>
    </message>
    <message>
        <source>Export “What Changed for Us” to Wor&amp;d…</source>
        <translation>Τι άλλα&amp;ξε για εμάς, σε Word…</translation>
    </message>
    <message>
        <source>Copy “What Changed for Us” for &amp;Email</source>
        <translation>&amp;Αντιγραφή «Τι άλλαξε για εμάς» για μήνυμα</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>Ε&amp;ξαγωγή…</translation>
    </message>
    <message>
        <source>Preview the contents and export them as Word, PDF, HTML or text</source>
        <translation>Έλεγχος όσων θα σταλούν και εγγραφή τους σε αρχείο Word, PDF, ιστοσελίδα ή κείμενο</translation>
    </message>
    <message>
        <source>E&amp;xport Notes…</source>
        <translation>Ε&amp;ξαγωγή σημειώσεων…</translation>
    </message>
    <message>
        <source>Export notes for circulation, with internal ones if you choose</source>
        <translation>Εγγραφή σε αρχείο όλων των σημειώσεων που κυκλοφορούν· και των εσωτερικών, αν το επιλέξετε</translation>
    </message>
    <message>
        <source>&amp;Import Notes…</source>
        <translation>Εισα&amp;γωγή σημειώσεων…</translation>
    </message>
    <message>
        <source>Import notes from Delegate Desk or another program, as Web Annotations</source>
        <translation>Εισαγωγή σημειώσεων αυτού ή άλλου προγράμματος, ως Web Annotations</translation>
    </message>
    <message>
        <source>Open &amp;Original</source>
        <translation>Άνοιγμα του &amp;πρωτοτύπου</translation>
    </message>
    <message>
        <source>&amp;Re-import from Original</source>
        <translation>Νέα ανάγν&amp;ωση του πρωτοτύπου</translation>
    </message>
    <message>
        <source>Process the original file with this version of the program; corrections, notes and positions are kept</source>
        <translation>Ανάγνωση όπως την κάνει αυτή η έκδοση του προγράμματος· διορθώσεις, σημειώσεις και θέσεις μένουν</translation>
    </message>
    <message>
        <source>&amp;Update Older Imports</source>
        <translation>Νέα ανάγνωση όσω&amp;ν διάβασε παλαιότερη έκδοση</translation>
    </message>
    <message>
        <source>Re-import all documents that were imported by an older version of the program</source>
        <translation>Νέα ανάγνωση όλων των εγγράφων που διάβασε παλαιότερη έκδοση του προγράμματος</translation>
    </message>
    <message>
        <source>&amp;Move to Trash</source>
        <translation>&amp;Μεταφορά στον κάδο</translation>
    </message>
    <message>
        <source>Empty Tras&amp;h…</source>
        <translation>Άδειασμα του &amp;κάδου…</translation>
    </message>
    <message>
        <source>&amp;Close Tab</source>
        <translation>Κλείσιμο κα&amp;ρτέλας</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Έξ&amp;οδος</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Αναίρεση</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Επανάληψη</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Αντι&amp;γραφή</translation>
    </message>
    <message>
        <source>Copy with C&amp;itation</source>
        <translation>Αντιγραφή με &amp;παραπομπή</translation>
    </message>
    <message>
        <source>Document &amp;Details…</source>
        <translation>Τι &amp;λέει η πρώτη σελίδα…</translation>
    </message>
    <message>
        <source>Correct the reference, date, sender and other details</source>
        <translation>Διόρθωση όσων διαβάστηκαν: αριθμός, ημερομηνία, αποστολέας και λοιπά</translation>
    </message>
    <message>
        <source>&amp;Find in This Document</source>
        <translation>Εύ&amp;ρεση σε αυτό το έγγραφο</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>Εύρεση επό&amp;μενου</translation>
    </message>
    <message>
        <source>Find Previ&amp;ous</source>
        <translation>Εύρεση προηγούμε&amp;νου</translation>
    </message>
    <message>
        <source>&amp;New Meeting…</source>
        <translation>&amp;Νέα συνεδρίαση…</translation>
    </message>
    <message>
        <source>&amp;Welcome Page</source>
        <translation>&amp;Σελίδα υποδοχής</translation>
    </message>
    <message>
        <source>Fi&amp;lter Results</source>
        <translation>Περιορισμός των αποτε&amp;λεσμάτων</translation>
    </message>
    <message>
        <source>&amp;Save Search…</source>
        <translation>&amp;Φύλαξη αυτής της αναζήτησης…</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>Προτ&amp;ιμήσεις…</translation>
    </message>
    <message>
        <source>Clear Recent Searc&amp;hes</source>
        <translation>Διαγραφή πρόσφατων αναζητή&amp;σεων</translation>
    </message>
    <message>
        <source>&amp;Details Pane</source>
        <translation>Στήλη &amp;παραγράφου</translation>
    </message>
    <message>
        <source>&amp;Outline</source>
        <translation>&amp;Διάρθρωση</translation>
    </message>
    <message>
        <source>Ori&amp;ginal Pages</source>
        <translation>Σε&amp;λίδα του πρωτοτύπου</translation>
    </message>
    <message>
        <source>Next &amp;Reading</source>
        <translation>&amp;Επόμενη ανάγνωση</translation>
    </message>
    <message>
        <source>Next &amp;Part of the Window</source>
        <translation>&amp;Επόμενο μέρος του παραθύρου</translation>
    </message>
    <message>
        <source>Previous P&amp;art of the Window</source>
        <translation>&amp;Προηγούμενο μέρος του παραθύρου</translation>
    </message>
    <message>
        <source>F&amp;ootnote</source>
        <translation>Υποσημεί&amp;ωση της παραγράφου</translation>
    </message>
    <message>
        <source>Follow &amp;Reference</source>
        <translation>Μετάβαση στην παραπο&amp;μπή</translation>
    </message>
    <message>
        <source>Same Place in Another Lang&amp;uage</source>
        <translation>Ίδια θέση σε ά&amp;λλη γλώσσα</translation>
    </message>
    <message>
        <source>Next Page of the Original</source>
        <translation>Επόμενη σελίδα του πρωτοτύπου</translation>
    </message>
    <message>
        <source>Previous Page of the Original</source>
        <translation>Προηγούμενη σελίδα του πρωτοτύπου</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>&amp;Μεγαλύτερα γράμματα</translation>
    </message>
    <message>
        <source>Zoom O&amp;ut</source>
        <translation>Μι&amp;κρότερα γράμματα</translation>
    </message>
    <message>
        <source>&amp;Reset Zoom</source>
        <translation>&amp;Συνήθη γράμματα</translation>
    </message>
    <message>
        <source>With &amp;Mark-up</source>
        <translation>Με &amp;επισημάνσεις</translation>
    </message>
    <message>
        <source>&amp;Before Changes</source>
        <translation>Π&amp;ριν από τις αλλαγές</translation>
    </message>
    <message>
        <source>&amp;After Changes</source>
        <translation>Με&amp;τά τις αλλαγές</translation>
    </message>
    <message>
        <source>Interpret Bold a&amp;s…</source>
        <translation>Τι σημαίνουν οι έ&amp;ντονες λέξεις…</translation>
    </message>
    <message>
        <source>Compare with Pre&amp;vious Revision</source>
        <translation>Σύγκριση με την &amp;προηγούμενη αναθεώρηση</translation>
    </message>
    <message>
        <source>&amp;Compare with…</source>
        <translation>&amp;Σύγκριση με…</translation>
    </message>
    <message>
        <source>Compare &amp;Languages</source>
        <translation>&amp;Γλώσσες σε αντιπαράθεση</translation>
    </message>
    <message>
        <source>&amp;Next Change</source>
        <translation>Επόμε&amp;νη αλλαγή</translation>
    </message>
    <message>
        <source>&amp;Previous Change</source>
        <translation>Πρ&amp;οηγούμενη αλλαγή</translation>
    </message>
    <message>
        <source>&amp;One Column</source>
        <translation>Μία στή&amp;λη</translation>
    </message>
    <message>
        <source>Split &amp;Right</source>
        <translation>Διαίρεση &amp;δεξιά</translation>
    </message>
    <message>
        <source>Split &amp;Down</source>
        <translation>Διαίρεση &amp;κάτω</translation>
    </message>
    <message>
        <source>&amp;Move to Other Pane</source>
        <translation>&amp;Μεταφορά της καρτέλας στην άλλη πλευρά</translation>
    </message>
    <message>
        <source>&amp;Next Pane</source>
        <translation>&amp;Επόμενη πλευρά</translation>
    </message>
    <message>
        <source>&amp;Previous Pane</source>
        <translation>&amp;Προηγούμενη πλευρά</translation>
    </message>
    <message>
        <source>Move Tab to New &amp;Window</source>
        <translation>Μεταφορά της καρτέλας σε νέο παρά&amp;θυρο</translation>
    </message>
    <message>
        <source>Move Tab &amp;Back</source>
        <translation>Επαναφορά της καρ&amp;τέλας</translation>
    </message>
    <message>
        <source>Go to &amp;Library</source>
        <translation>&amp;Μετάβαση στη βιβλιοθήκη</translation>
    </message>
    <message>
        <source>Go to &amp;Text</source>
        <translation>&amp;Μετάβαση στο κείμενο</translation>
    </message>
    <message>
        <source>Go to &amp;Details Pane</source>
        <translation>&amp;Μετάβαση στη στήλη παραγράφου</translation>
    </message>
    <message>
        <source>&amp;Draft on This Paragraph</source>
        <translation>&amp;Διατύπωση σε αυτή την παράγραφο</translation>
    </message>
    <message>
        <source>Mark as &amp;Cleared…</source>
        <translation>Έ&amp;γκριση…</translation>
    </message>
    <message>
        <source>T&amp;humbnails</source>
        <translation>Μ&amp;ικρές σελίδες</translation>
    </message>
    <message>
        <source>&amp;Presenter’s View</source>
        <translation>Προβολή στ&amp;ην αίθουσα</translation>
    </message>
    <message>
        <source>Print Ori&amp;ginal Pages…</source>
        <translation>Εκτύπωσ&amp;η σελίδων του πρωτοτύπου…</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>Πλήρης ο&amp;θόνη</translation>
    </message>
    <message>
        <source>&amp;Next Paragraph</source>
        <translation>&amp;Επόμενη παράγραφος</translation>
    </message>
    <message>
        <source>&amp;Previous Paragraph</source>
        <translation>Προηγούμενη παρά&amp;γραφος</translation>
    </message>
    <message>
        <source>Next &amp;Heading</source>
        <translation>Επόμενη επι&amp;κεφαλίδα</translation>
    </message>
    <message>
        <source>Previous H&amp;eading</source>
        <translation>Προηγούμενη επικε&amp;φαλίδα</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>Με&amp;τάβαση σε θέση…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Πί&amp;σω</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>Εμπ&amp;ρός</translation>
    </message>
    <message>
        <source>Next T&amp;ab</source>
        <translation>Επόμενη κ&amp;αρτέλα</translation>
    </message>
    <message>
        <source>Pre&amp;vious Tab</source>
        <translation>Προ&amp;ηγούμενη καρτέλα</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Σημείωση</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Ερώτηση</translation>
    </message>
    <message>
        <source>&amp;Red Line</source>
        <translation>&amp;Κόκκινη γραμμή</translation>
    </message>
    <message>
        <source>&amp;Scrutiny Reservation</source>
        <translation>Επιφύλαξη ε&amp;ξέτασης</translation>
    </message>
    <message>
        <source>&amp;Parliamentary Reservation</source>
        <translation>Κοινο&amp;βουλευτική επιφύλαξη</translation>
    </message>
    <message>
        <source>&amp;Linguistic Reservation</source>
        <translation>&amp;Γλωσσική επιφύλαξη</translation>
    </message>
    <message>
        <source>Reser&amp;vation</source>
        <translation>Επι&amp;φύλαξη</translation>
    </message>
    <message>
        <source>Supp&amp;ort</source>
        <translation>&amp;Υποστήριξη</translation>
    </message>
    <message>
        <source>&amp;All Notes and Marks</source>
        <translation>Όλες οι σημειώσεις και οι επισ&amp;ημάνσεις</translation>
    </message>
    <message>
        <source>D&amp;eadlines</source>
        <translation>Τι εκκ&amp;ρεμεί</translation>
    </message>
    <message>
        <source>Cop&amp;y for Email…</source>
        <translation>Αντιγραφή για μήν&amp;υμα…</translation>
    </message>
    <message>
        <source>Preview the contents and copy them as text and as a formatted page</source>
        <translation>Έλεγχος όσων θα σταλούν και αντιγραφή τους στο πρόχειρο ως κειμένου και ως σελίδας</translation>
    </message>
    <message>
        <source>P&amp;hrases…</source>
        <translation>Έτοιμες &amp;φράσεις…</translation>
    </message>
    <message>
        <source>Insert one of your phrases by its keyword, or save a new one</source>
        <translation>Εισαγωγή ή φύλαξη δικού σας κειμένου με τη λέξη-κλειδί του</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Εκ&amp;τύπωση…</translation>
    </message>
    <message>
        <source>&amp;Unplaced Notes…</source>
        <translation>Όσα δεν έχουν θέση στο κεί&amp;μενο…</translation>
    </message>
    <message>
        <source>&amp;Insert Provision After</source>
        <translation>&amp;Νέα διάταξη μετά από αυτή</translation>
    </message>
    <message>
        <source>Propose a new provision after the current one</source>
        <translation>Πρόταση διάταξης που δεν υπάρχει στο κείμενο, μετά την τρέχουσα</translation>
    </message>
    <message>
        <source>P&amp;ropose Deletion</source>
        <translation>Απά&amp;λειψη ή διατήρηση της διάταξης</translation>
    </message>
    <message>
        <source>Propose deletion of the current provision; repeat to cancel</source>
        <translation>Πρόταση απάλειψης της τρέχουσας διάταξης· με επανάληψη διατηρείται</translation>
    </message>
    <message>
        <source>&amp;Move Provision…</source>
        <translation>&amp;Μετακίνηση της διάταξης…</translation>
    </message>
    <message>
        <source>Propose another place for the current provision</source>
        <translation>Πρόταση άλλης θέσης για την τρέχουσα διάταξη</translation>
    </message>
    <message>
        <source>Add &amp;Field…</source>
        <translation>Προσθήκη &amp;πεδίου…</translation>
    </message>
    <message>
        <source>Justification, joint delegations, fallbacks, red line, instruction, priority, tags</source>
        <translation>Αιτιολόγηση, συνυποστηρίζουσες αντιπροσωπίες, εφεδρικές διατυπώσεις, κόκκινη γραμμή, οδηγία, προτεραιότητα, ετικέτες</translation>
    </message>
    <message>
        <source>&amp;Accept and Move to Next</source>
        <translation>&amp;Διατήρηση της αλλαγής και συνέχεια</translation>
    </message>
    <message>
        <source>Keep the current change and move to the next one</source>
        <translation>Η τρέχουσα αλλαγή μένει ως έχει· μετάβαση στην επόμενη</translation>
    </message>
    <message>
        <source>&amp;Revert Change</source>
        <translation>Ανά&amp;κληση της αλλαγής</translation>
    </message>
    <message>
        <source>Restore the original text in the current change or in the selection</source>
        <translation>Επαναφορά του αρχικού κειμένου στην τρέχουσα αλλαγή ή στην επιλογή</translation>
    </message>
    <message>
        <source>Square &amp;Brackets…</source>
        <translation>&amp;Αγκύλες…</translation>
    </message>
    <message>
        <source>Put words or alternatives in square brackets</source>
        <translation>Τοποθέτηση λέξεων σε αγκύλες ή εναλλακτικών διατυπώσεων δίπλα δίπλα</translation>
    </message>
    <message>
        <source>Adop&amp;t Another Delegation’s Drafting</source>
        <translation>&amp;Υιοθέτηση διατύπωσης άλλων</translation>
    </message>
    <message>
        <source>Adopt another delegation’s drafting of the current provision</source>
        <translation>Υιοθέτηση όσων προτείνουν άλλοι για την τρέχουσα διάταξη</translation>
    </message>
    <message>
        <source>Record who cleared the position</source>
        <translation>Δηλώστε ποιος ενέκρινε τη θέση</translation>
    </message>
    <message>
        <source>&amp;Mark as Sent…</source>
        <translation>&amp;Σήμανση ως απεσταλμένης…</translation>
    </message>
    <message>
        <source>Record the recipient and archive this version</source>
        <translation>Δηλώστε σε ποιον εστάλη η θέση: η έκδοση αυτή φυλάσσεται όπως εστάλη</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>Απόσυ&amp;ρση</translation>
    </message>
    <message>
        <source>Withdraw the position as a whole</source>
        <translation>Απόσυρση της θέσης στο σύνολό της</translation>
    </message>
    <message>
        <source>&amp;Versions…</source>
        <translation>&amp;Εκδόσεις…</translation>
    </message>
    <message>
        <source>Compare versions of the position and see the history of each field</source>
        <translation>Σύγκριση εκδόσεων της θέσης και ιστορικό κάθε πεδίου</translation>
    </message>
    <message>
        <source>Amen&amp;ded Act…</source>
        <translation>Τροποποιημένη πρά&amp;ξη…</translation>
    </message>
    <message>
        <source>Dossier &amp;Timeline</source>
        <translation>&amp;Χρονολόγιο του φακέλου</translation>
    </message>
    <message>
        <source>Show the documents of this dossier in chronological order, including missing ones</source>
        <translation>Τα έγγραφα αυτής της διαπραγμάτευσης με χρονική σειρά, μαζί με όσα λείπουν</translation>
    </message>
    <message>
        <source>&amp;Written Comments</source>
        <translation>&amp;Γραπτές παρατηρήσεις</translation>
    </message>
    <message>
        <source>Wr&amp;itten Comments</source>
        <translation>Γ&amp;ραπτές παρατηρήσεις</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Μενού</translation>
    </message>
    <message>
        <source>Menus (Alt)</source>
        <translation>Μενού (Alt)</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Πλαϊνή στήλη</translation>
    </message>
    <message>
        <source>Search, or type &gt; for commands</source>
        <translation>Αναζήτηση, ή &gt; για εντολές</translation>
    </message>
    <message>
        <source>Rep&amp;lace…</source>
        <translation>Αν&amp;τικατάσταση…</translation>
    </message>
    <message>
        <source>Replace words everywhere in this position</source>
        <translation>Αντικατάσταση λέξεων σε όλη τη θέση</translation>
    </message>
    <message>
        <source>&amp;Search Library</source>
        <translation>Αναζήτηση &amp;στη βιβλιοθήκη</translation>
    </message>
    <message>
        <source>&amp;Concordance…</source>
        <translation>Απο&amp;δόσεις όρων…</translation>
    </message>
    <message>
        <source>Show Results in &amp;Other Languages</source>
        <translation>Αποτελέσματα σε ά&amp;λλες γλώσσες</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>Πλαϊνή &amp;στήλη</translation>
    </message>
    <message>
        <source>Compare This Para&amp;graph</source>
        <translation>Σύγκριση αυτής της &amp;παραγράφου</translation>
    </message>
    <message>
        <source>Our D&amp;rafting</source>
        <translation>&amp;Η διατύπωσή μας</translation>
    </message>
    <message>
        <source>R&amp;eopen Closed Tab</source>
        <translation>Άνοιγμα &amp;ξανά της καρτέλας</translation>
    </message>
    <message>
        <source>Go to &amp;Today</source>
        <translation>Μετάβαση στο &amp;Σήμερα</translation>
    </message>
    <message>
        <source>Meeting on This Document</source>
        <translation>Συνεδρίαση για αυτό το έγγραφο</translation>
    </message>
    <message>
        <source>Rename Document</source>
        <translation>Μετονομασία εγγράφου</translation>
    </message>
    <message>
        <source>Change the short title of the document; an empty title restores the previous one</source>
        <translation>Αλλαγή του σύντομου τίτλου του εγγράφου· κενός τίτλος επαναφέρει τον προηγούμενο</translation>
    </message>
    <message>
        <source>Search or &amp;Command…</source>
        <translation>&amp;Αναζήτηση ή εντολή…</translation>
    </message>
    <message>
        <source>Open &amp;Position</source>
        <translation>Άνοιγμα &amp;θέσης</translation>
    </message>
    <message>
        <source>Review other delegations’ written comments by provision, and place those without a place</source>
        <translation>Οι γραπτές συνεισφορές άλλων αντιπροσωπιών ανά διάταξη, και τοποθέτηση όσων δεν βρήκαν διάταξη</translation>
    </message>
    <message>
        <source>Import Written &amp;Comments…</source>
        <translation>Εισαγωγή συ&amp;νεισφοράς…</translation>
    </message>
    <message>
        <source>Read a document in the library as other delegations’ written comments on this document</source>
        <translation>Ανάγνωση εγγράφου άλλων αντιπροσωπιών ως παρατηρήσεων και διατυπώσεών τους για αυτό το έγγραφο</translation>
    </message>
    <message>
        <source>Open &amp;Returned File…</source>
        <translation>Άνοιγμα αρχείου που επι&amp;στράφηκε…</translation>
    </message>
    <message>
        <source>Show what the capital changed in a Word file that we exported, and accept it</source>
        <translation>Εμφάνιση και αποδοχή όσων άλλαξε η πρωτεύουσα σε αρχείο Word που εξαγάγαμε</translation>
    </message>
    <message>
        <source>&amp;Four Columns</source>
        <translation>&amp;Τέσσερις στήλες</translation>
    </message>
    <message>
        <source>Compare the columns of a four-column document, row by row</source>
        <translation>Σύγκριση των στηλών ενός εγγράφου τεσσάρων στηλών, γραμμή προς γραμμή</translation>
    </message>
    <message>
        <source>&amp;Build Four-Column Table…</source>
        <translation>&amp;Δημιουργία πίνακα τεσσάρων στηλών…</translation>
    </message>
    <message>
        <source>Put this document, the proposal, beside the texts of Parliament and Council, by provision</source>
        <translation>Αυτό το έγγραφο, η πρόταση, δίπλα στα κείμενα Κοινοβουλίου και Συμβουλίου, ανά διάταξη</translation>
    </message>
    <message>
        <source>Start or exit the meeting on the current document</source>
        <translation>Είσοδος στη συνεδρίαση την οποία συγκαλεί ή αφορά το τρέχον έγγραφο, ή έξοδος</translation>
    </message>
    <message>
        <source>Create a meeting manually</source>
        <translation>Δημιουργία συνεδρίασης με το χέρι</translation>
    </message>
    <message>
        <source>&amp;Capture Line</source>
        <translation>Γραμμή &amp;καταγραφής</translation>
    </message>
    <message>
        <source>Next &amp;Item</source>
        <translation>&amp;Επόμενο σημείο</translation>
    </message>
    <message>
        <source>&amp;Previous Item</source>
        <translation>&amp;Προηγούμενο σημείο</translation>
    </message>
    <message>
        <source>&amp;Add Item</source>
        <translation>Προσθήκη σημεί&amp;ου</translation>
    </message>
    <message>
        <source>Interventions &amp;Here</source>
        <translation>Τι ειπώθηκε ε&amp;δώ</translation>
    </message>
    <message>
        <source>All interventions on the current paragraph, in this and other meetings</source>
        <translation>Όλα όσα ειπώθηκαν για την τρέχουσα παράγραφο, σε αυτή και σε άλλες συνεδριάσεις</translation>
    </message>
    <message>
        <source>Matri&amp;x</source>
        <translation>Πίν&amp;ακας θέσεων</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>Έκ&amp;θεση</translation>
    </message>
    <message>
        <source>M&amp;eeting Report…</source>
        <translation>Έκθεση συνεδρίασ&amp;ης…</translation>
    </message>
    <message>
        <source>Export the meeting report as Word or plain text</source>
        <translation>Εγγραφή της έκθεσης της συνεδρίασης σε αρχείο Word ή σε απλό κείμενο</translation>
    </message>
    <message>
        <source>Cop&amp;y Report for Email</source>
        <translation>&amp;Αντιγραφή έκθεσης για μήνυμα</translation>
    </message>
    <message>
        <source>Copy the report for circulation as plain text</source>
        <translation>Αντιγραφή της έκθεσης ως απλού κειμένου, όπως κυκλοφορεί</translation>
    </message>
    <message>
        <source>Export Matrix to &amp;Word…</source>
        <translation>Πίνακας θέσε&amp;ων σε Word…</translation>
    </message>
    <message>
        <source>Export the matrix to Word (A4 landscape)</source>
        <translation>Εγγραφή του πίνακα θέσεων σε αρχείο Word που τυπώνεται σε A4 οριζόντια</translation>
    </message>
    <message>
        <source>&amp;Speaking Note…</source>
        <translation>Σημείωμα παρεμ&amp;βάσεων…</translation>
    </message>
    <message>
        <source>Export what we say in the meeting, in agenda order</source>
        <translation>Εγγραφή όσων θα πούμε στη συνεδρίαση, με τη σειρά της ημερήσιας διάταξης</translation>
    </message>
    <message>
        <source>&amp;Voting Calculator…</source>
        <translation>Υπολογισμός &amp;ψηφοφορίας…</translation>
    </message>
    <message>
        <source>Majorities, populations and blocking minorities: a calculation, not an official result</source>
        <translation>Πλειοψηφίες, πληθυσμοί και ποιος θα μπορούσε να εμποδίσει: υπολογισμός, όχι επίσημο αποτέλεσμα</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Εγχειρίδιο</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Πλήκτρα</translation>
    </message>
    <message>
        <source>Getting started, your delegation and your languages</source>
        <translation>Τρεις τρόποι να αρχίσετε, η αντιπροσωπία σας και οι γλώσσες που διαβάζετε</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Ξενάγηση</translation>
    </message>
    <message>
        <source>A six-step tour of the sample library, from searching to exporting a position</source>
        <translation>Έξι βήματα στα δείγματα, από την εύρεση ενός χωρίου ώς μια θέση που έχει σταλεί</translation>
    </message>
    <message>
        <source>Try the &amp;Sample Library</source>
        <translation>Πε&amp;ριήγηση στα δείγματα</translation>
    </message>
    <message>
        <source>Open a library of fictitious documents; your own library is not affected</source>
        <translation>Άνοιγμα βιβλιοθήκης με επινοημένα έγγραφα για δοκιμή· η δική σας μένει ως έχει</translation>
    </message>
    <message>
        <source>&amp;Open Library…</source>
        <translation>Άνοιγμα άλλης &amp;βιβλιοθήκης…</translation>
    </message>
    <message>
        <source>&amp;New Library…</source>
        <translation>&amp;Νέα βιβλιοθήκη…</translation>
    </message>
    <message>
        <source>Back to &amp;My Library</source>
        <translation>Πίσω στη β&amp;ιβλιοθήκη μου</translation>
    </message>
    <message>
        <source>&amp;Back Up Now…</source>
        <translation>&amp;Δημιουργία αντιγράφου…</translation>
    </message>
    <message>
        <source>B&amp;ackups…</source>
        <translation>Αντί&amp;γραφα ασφαλείας και πού είναι…</translation>
    </message>
    <message>
        <source>&amp;Restore Backup…</source>
        <translation>&amp;Επαναφορά αντιγράφου…</translation>
    </message>
    <message>
        <source>E&amp;xport Package…</source>
        <translation>&amp;Πακέτο για συνάδελφο…</translation>
    </message>
    <message>
        <source>&amp;Import Package…</source>
        <translation>Άνοιγμα πακέ&amp;του…</translation>
    </message>
    <message>
        <source>Shared &amp;Folder…</source>
        <translation>&amp;Κοινόχρηστος φάκελος…</translation>
    </message>
    <message>
        <source>&amp;People…</source>
        <translation>Άτο&amp;μα…</translation>
    </message>
    <message>
        <source>Encr&amp;yption…</source>
        <translation>Κρυπτογρά&amp;φηση…</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>Κ&amp;λείδωμα</translation>
    </message>
    <message>
        <source>&amp;Check Library…</source>
        <translation>Έλεγ&amp;χος της βιβλιοθήκης…</translation>
    </message>
    <message>
        <source>&amp;Support Report…</source>
        <translation>&amp;Αναφορά για την υποστήριξη…</translation>
    </message>
    <message>
        <source>Show &amp;Log</source>
        <translation>Αρχείο &amp;καταγραφής</translation>
    </message>
    <message>
        <source>&amp;About Delegate Desk</source>
        <translation>Πλη&amp;ροφορίες για το Delegate Desk</translation>
    </message>
    <message>
        <source>&amp;System Default</source>
        <translation>Όπως το &amp;σύστημα</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Φωτεινά</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>Σ&amp;κοτεινά</translation>
    </message>
    <message>
        <source>&amp;High Contrast</source>
        <translation>&amp;Υψηλή αντίθεση</translation>
    </message>
    <message>
        <source>&amp;Comfortable</source>
        <translation>Ά&amp;νετη</translation>
    </message>
    <message>
        <source>Com&amp;pact</source>
        <translation>Συ&amp;μπαγής</translation>
    </message>
    <message>
        <source>Documents ({suffixes})</source>
        <translation>Έγγραφα ({suffixes})</translation>
    </message>
    <message>
        <source>Export to Ca&amp;lendar…</source>
        <translation>Εξαγωγή σε η&amp;μερολόγιο…</translation>
    </message>
    <message>
        <source>Export all meetings and deadlines as a calendar file (.ics)</source>
        <translation>Εξαγωγή όλων των συνεδριάσεων και προθεσμιών σε αρχείο ημερολογίου (.ics)</translation>
    </message>
    <message>
        <source>Can &amp;Accept</source>
        <translation>&amp;Αποδεκτό</translation>
    </message>
    <message>
        <source>Support &amp;if Amended</source>
        <translation>Στήριξη &amp;εάν τροποποιηθεί</translation>
    </message>
    <message>
        <source>Oppos&amp;e</source>
        <translation>Α&amp;ντίθεση</translation>
    </message>
    <message>
        <source>State&amp;ment</source>
        <translation>&amp;Δήλωση</translation>
    </message>
    <message>
        <source>Newer Revision</source>
        <translation>Νεότερη αναθεώρηση</translation>
    </message>
    <message>
        <source>Older Revision</source>
        <translation>Παλαιότερη αναθεώρηση</translation>
    </message>
    <message>
        <source>Show the act that this document amends as it would read</source>
        <translation>Εμφάνιση της πράξης που τροποποιεί αυτό το έγγραφο, όπως θα έχει</translation>
    </message>
    <message>
        <source>A&amp;llies</source>
        <translation>Σύ&amp;μμαχοι</translation>
    </message>
    <message>
        <source>Which delegations agree with us and with each other; internal</source>
        <translation>Ποιες αντιπροσωπίες συμφωνούν μαζί μας και μεταξύ τους· εσωτερικό</translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message>
        <source>Manual</source>
        <translation>Εγχειρίδιο</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Αναζήτηση στο εγχειρίδιο</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Περιεχόμενα</translation>
    </message>
    <message>
        <source>Results in the manual</source>
        <translation>Ευρήματα στο εγχειρίδιο</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Πίσω</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Εμπρός</translation>
    </message>
    <message>
        <source>1 result</source>
        <translation>1 εύρημα</translation>
    </message>
    <message>
        <source>{n} results</source>
        <translation>{n} ευρήματα</translation>
    </message>
    <message>
        <source>No matches in the manual.</source>
        <translation>Κανένα αποτέλεσμα στο εγχειρίδιο.</translation>
    </message>
</context>
<context>
    <name>MarginLabel</name>
    <message>
        <source>Drag to move the provision</source>
        <translation>Σύρετε για να μετακινήσετε τη διάταξη</translation>
    </message>
</context>
<context>
    <name>MatrixFileSection</name>
    <message>
        <source>for</source>
        <translation>υπέρ</translation>
    </message>
    <message>
        <source>if amended</source>
        <translation>υπό όρους</translation>
    </message>
    <message>
        <source>against</source>
        <translation>κατά</translation>
    </message>
    <message>
        <source>scrutiny</source>
        <translation>εξέταση</translation>
    </message>
    <message>
        <source>parliamentary</source>
        <translation>κοινοβ.</translation>
    </message>
    <message>
        <source>question</source>
        <translation>ερώτηση</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>general</source>
        <translation>σύνολο</translation>
    </message>
    <message>
        <source>{code} on {place}</source>
        <translation>{code}, {place}</translation>
    </message>
    <message>
        <source>no intervention</source>
        <translation>χωρίς παρέμβαση</translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>Matrix: delegations by paragraphs</source>
        <translation>Πίνακας θέσεων: αντιπροσωπίες ανά παράγραφο</translation>
    </message>
    <message>
        <source>&amp;Interventions	Enter</source>
        <translation>&amp;Τι ειπώθηκε	Enter</translation>
    </message>
    <message>
        <source>&amp;Go to Paragraph</source>
        <translation>&amp;Μετάβαση στην παράγραφο</translation>
    </message>
</context>
<context>
    <name>Meeting</name>
    <message>
        <source>Meeting</source>
        <translation>Συνεδρίαση</translation>
    </message>
    <message>
        <source>Agenda item of the matrix</source>
        <translation>Πίνακας θέσεων ποιου σημείου</translation>
    </message>
    <message>
        <source>Interventions</source>
        <translation>Παρεμβάσεις</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Πίνακας</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Έκθεση</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Ψηφοφορία</translation>
    </message>
</context>
<context>
    <name>MeetingModeController</name>
    <message>
        <source>Meeting</source>
        <translation>Συνεδρίαση</translation>
    </message>
    <message>
        <source>in the library: {names}</source>
        <translation>στη βιβλιοθήκη: {names}</translation>
    </message>
    <message>
        <source>No document is linked to this item. Interventions are still recorded.</source>
        <translation>Το σημείο αυτό δεν συνδέεται με έγγραφο. Οι παρεμβάσεις καταγράφονται παρ’ όλα αυτά.</translation>
    </message>
    <message>
        <source>No interventions yet. Type delegation, sign, place and words, e.g. DE+ 10 agrees</source>
        <translation>Δεν έχει ειπωθεί ακόμη τίποτα για αυτό το σημείο. Πληκτρολογήστε ποιος μιλά, ένα σύμβολο, πού, και λόγια: DE+ 10 συμφωνεί</translation>
    </message>
    <message>
        <source>No document for this item is in the library. Missing: {names}. Drop it here or press {key}.</source>
        <translation>Κανένα έγγραφο αυτού του σημείου δεν είναι στη βιβλιοθήκη. Λείπουν: {names}. Σύρετέ το εδώ ή πατήστε {key}.</translation>
    </message>
    <message>
        <source>Interventions on {place}, all meetings</source>
        <translation>Παρεμβάσεις: {place}, σε όλες τις συνεδριάσεις</translation>
    </message>
    <message>
        <source>{key} to return to the item</source>
        <translation>{key} πίσω στο σημείο</translation>
    </message>
    <message>
        <source>No interventions yet.</source>
        <translation>Καμία παρέμβαση ακόμη.</translation>
    </message>
    <message>
        <source>item {n}</source>
        <translation>σημείο {n}</translation>
    </message>
    <message>
        <source>meeting as a whole</source>
        <translation>η συνεδρίαση στο σύνολό της</translation>
    </message>
    <message>
        <source>1 intervention</source>
        <translation>1 παρέμβαση</translation>
    </message>
    <message>
        <source>{n} interventions</source>
        <translation>{n} παρεμβάσεις</translation>
    </message>
    <message>
        <source>1 delegation</source>
        <translation>1 αντιπροσωπία</translation>
    </message>
    <message>
        <source>{n} delegations</source>
        <translation>{n} αντιπροσωπίες</translation>
    </message>
    <message>
        <source>Voting calculator</source>
        <translation>Υπολογισμός ψηφοφορίας</translation>
    </message>
</context>
<context>
    <name>MeetingView</name>
    <message>
        <source>● In meeting</source>
        <translation>● Σε συνεδρίαση</translation>
    </message>
    <message>
        <source>{key} to exit</source>
        <translation>{key} έξοδος</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>Όλα τα σημεία</translation>
    </message>
</context>
<context>
    <name>MemberList</name>
    <message>
        <source>Members and their votes</source>
        <translation>Μέλη και πώς ψηφίζουν</translation>
    </message>
</context>
<context>
    <name>NameChooserDialog</name>
    <message>
        <source>Filter</source>
        <translation>Φίλτρο</translation>
    </message>
</context>
<context>
    <name>NewMeetingDialog</name>
    <message>
        <source>Working party</source>
        <translation>Ομάδα</translation>
    </message>
    <message>
        <source>Working Party on …</source>
        <translation>Ομάδα …</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ημέρα</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Ώρα</translation>
    </message>
    <message>
        <source>10:00 (optional)</source>
        <translation>10:00, μπορεί να είναι κενό</translation>
    </message>
    <message>
        <source>You can add agenda items and documents later.</source>
        <translation>Τα σημεία και τα έγγραφά τους προστίθενται κατόπιν.</translation>
    </message>
    <message>
        <source>New Meeting</source>
        <translation>Νέα συνεδρίαση</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Δημιουργία</translation>
    </message>
    <message>
        <source>“{typed}” is not a valid date. Example: 14.10.2026.</source>
        <translation>Το «{typed}» δεν είναι έγκυρη ημερομηνία. Παράδειγμα: 14.10.2026.</translation>
    </message>
    <message>
        <source>Not a valid time. Example: 10:00.</source>
        <translation>Δεν είναι έγκυρη ώρα. Παράδειγμα: 10:00.</translation>
    </message>
</context>
<context>
    <name>NewRevisionController</name>
    <message>
        <source>Already in library</source>
        <translation>Υπήρχε ήδη</translation>
    </message>
    <message>
        <source>Some files were not imported</source>
        <translation>Ορισμένα αρχεία δεν εισήχθησαν</translation>
    </message>
    <message>
        <source>1 document imported</source>
        <translation>1 έγγραφο εισήχθη</translation>
    </message>
    <message>
        <source>{n} documents imported</source>
        <translation>{n} έγγραφα εισήχθησαν</translation>
    </message>
    <message>
        <source>No documents imported</source>
        <translation>Δεν εισήχθη κανένα έγγραφο</translation>
    </message>
    <message>
        <source>1 already in the library</source>
        <translation>1 ήταν ήδη στη βιβλιοθήκη</translation>
    </message>
    <message>
        <source>{n} already in the library</source>
        <translation>{n} ήταν ήδη στη βιβλιοθήκη</translation>
    </message>
    <message>
        <source>1 not imported</source>
        <translation>1 δεν εισήχθη</translation>
    </message>
    <message>
        <source>{n} not imported</source>
        <translation>{n} δεν εισήχθησαν</translation>
    </message>
    <message>
        <source>Show documents</source>
        <translation>Εμφάνιση εγγράφων</translation>
    </message>
    <message>
        <source>Imported documents</source>
        <translation>Έγγραφα που εισήχθησαν</translation>
    </message>
    <message>
        <source>Type a reference or words of the subject</source>
        <translation>Γράψτε έναν αριθμό εγγράφου ή λέξεις του θέματος</translation>
    </message>
    <message>
        <source>Comparing {name} with the previous revision</source>
        <translation>Σύγκριση του {name} με την προηγούμενη αναθεώρηση</translation>
    </message>
    <message>
        <source>New revision of a document we have notes on</source>
        <translation>Νέα αναθεώρηση εγγράφου για το οποίο έχουμε σημειώσεις</translation>
    </message>
    <message>
        <source>{n} new revisions of documents we have notes on</source>
        <translation>{n} νέες αναθεωρήσεις εγγράφων για τα οποία έχουμε σημειώσεις</translation>
    </message>
    <message>
        <source>Show the others</source>
        <translation>Εμφάνιση των άλλων</translation>
    </message>
    <message>
        <source>What changed for us</source>
        <translation>Τι άλλαξε για εμάς</translation>
    </message>
</context>
<context>
    <name>NoComparisonView</name>
    <message>
        <source>Import…</source>
        <translation>Εισαγωγή…</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Σύγκριση με…</translation>
    </message>
    <message>
        <source>No other revision in the library.</source>
        <translation>Δεν υπάρχει άλλη αναθεώρηση στη βιβλιοθήκη.</translation>
    </message>
</context>
<context>
    <name>NoteEdit</name>
    <message>
        <source>[[ inserts a link (with @: to a note) · - [ ] inserts a checkbox</source>
        <translation>[[ σύνδεσμος σε διάταξη, έγγραφο ή, με @, σημείωση · - [ ] πλαίσιο ελέγχου</translation>
    </message>
</context>
<context>
    <name>NoteRow</name>
    <message>
        <source>{kind} (circulates as “{reservation}”)</source>
        <translation>{kind} (κυκλοφορεί ως «{reservation}»)</translation>
    </message>
    <message>
        <source>The note on {label} circulates</source>
        <translation>Η σημείωση για {label} κυκλοφορεί</translation>
    </message>
    <message>
        <source>From a note marked for circulation. Switch off to exclude it.</source>
        <translation>Από σημείωση που κυκλοφορεί. Απενεργοποιήστε για να μείνει εκτός.</translation>
    </message>
    <message>
        <source>Show the note on {label} in the text</source>
        <translation>Εμφάνιση της σημείωσης στο {label} στο κείμενο</translation>
    </message>
    <message>
        <source>Show note</source>
        <translation>Εμφάνιση σημείωσης</translation>
    </message>
    <message>
        <source>From a note on {label}: {words}</source>
        <translation>Από σημείωση στο {label}: {words}</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Close this message</source>
        <translation>Κλείσιμο της ειδοποίησης</translation>
    </message>
    <message>
        <source>Show all of this message</source>
        <translation>Εμφάνιση ολόκληρου του μηνύματος</translation>
    </message>
</context>
<context>
    <name>Noticing</name>
    <message>
        <source>Delegate Desk closed unexpectedly last time. Your saved work is safe, and you are back where you were. For details, see Help &gt; Support Report.</source>
        <translation>Το Delegate Desk διακόπηκε απότομα την προηγούμενη φορά. Ό,τι είχε αποθηκευτεί είναι ασφαλές, και βρίσκεστε πάλι εκεί όπου ήσασταν. Το Βοήθεια &gt; Αναφορά για την υποστήριξη δείχνει πού συνέβη.</translation>
    </message>
    <message>
        <source>Delegate Desk was shut down by the system last time. Your saved work is safe, and you are back where you were.</source>
        <translation>Το σύστημα έκλεισε το Delegate Desk την προηγούμενη φορά. Ό,τι είχε αποθηκευτεί είναι ασφαλές, και βρίσκεστε πάλι εκεί όπου ήσασταν.</translation>
    </message>
    <message>
        <source>{service} copies this library’s folder to other computers, which can damage it. Open the library on one computer at a time, or move it to another folder and share by package or shared folder.</source>
        <translation>Η υπηρεσία {service} αντιγράφει τον φάκελο αυτής της βιβλιοθήκης σε άλλους υπολογιστές, πράγμα που μπορεί να τη βλάψει: ανοίγετέ την σε έναν υπολογιστή κάθε φορά ή κρατήστε την σε άλλον φάκελο και συνεργαστείτε με άλλους με πακέτα ή κοινόχρηστο φάκελο.</translation>
    </message>
    <message>
        <source>A sync service made conflict copies in the library’s folder because it was changed on two computers at once ({files}). Use Help &gt; Check Library to merge them, and change the library on only one computer from now on.</source>
        <translation>Στον φάκελο της βιβλιοθήκης μια υπηρεσία δημιούργησε αντίγραφα αρχείων που γράφτηκαν ταυτόχρονα σε δύο υπολογιστές ({files}). Το Βοήθεια &gt; Έλεγχος της βιβλιοθήκης ενώνει όσα έγραψε ο καθένας. Στο εξής να γράφει στη βιβλιοθήκη μόνο ένας υπολογιστής.</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>Πριν ξεκινήσετε</translation>
    </message>
    <message>
        <source>Delegate Desk has been updated to version {version}</source>
        <translation>Το Delegate Desk είναι πλέον στην έκδοση {version}</translation>
    </message>
    <message>
        <source>What’s new</source>
        <translation>Τι νέο υπάρχει</translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message>
        <source>Saving…</source>
        <translation>Αποθήκευση…</translation>
    </message>
    <message>
        <source>Operation failed</source>
        <translation>Η ενέργεια απέτυχε</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Δεν αποθηκεύτηκε</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Αποθηκεύτηκε</translation>
    </message>
    <message>
        <source>Marking: {marking}</source>
        <translation>Σήμανση: {marking}</translation>
    </message>
    <message>
        <source>Indexing: {n} of {of}</source>
        <translation>Ευρετηρίαση: {n} από {of}</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Ανάγνωση: {name}</translation>
    </message>
    <message>
        <source>Reading {n} of {of}: {name}</source>
        <translation>Ανάγνωση {n} από {of}: {name}</translation>
    </message>
    <message>
        <source>{what}: done</source>
        <translation>{what}: έγινε</translation>
    </message>
</context>
<context>
    <name>OriginalView</name>
    <message>
        <source>Pages of the original</source>
        <translation>Σελίδες του πρωτοτύπου</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Σελίδα</translation>
    </message>
    <message>
        <source>Enter a page number</source>
        <translation>Πληκτρολογήστε αριθμό για μετάβαση στη σελίδα</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Μικρότερη σελίδα (-)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Μεγαλύτερη σελίδα (+)</translation>
    </message>
    <message>
        <source>of {of}</source>
        <translation>από {of}</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>Μικρές σελίδες</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Προηγούμενη σελίδα</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Επόμενη σελίδα</translation>
    </message>
    <message>
        <source>Close the pages</source>
        <translation>Κλείσιμο της σελίδας</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Μέγεθος των σελίδων</translation>
    </message>
    <message>
        <source>Fit &amp;Width</source>
        <translation>Στο &amp;πλάτος</translation>
    </message>
    <message>
        <source>Fit &amp;Page</source>
        <translation>Όλη η &amp;σελίδα</translation>
    </message>
    <message>
        <source>page {n} of {of}</source>
        <translation>σελίδα {n} από {of}</translation>
    </message>
</context>
<context>
    <name>OtherProposalCard</name>
    <message>
        <source>no delegation named</source>
        <translation>χωρίς αντιπροσωπία</translation>
    </message>
    <message>
        <source>T to adopt this drafting</source>
        <translation>T υιοθετεί τη διατύπωση</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>Υιοθέτηση</translation>
    </message>
    <message>
        <source>Adopt this drafting in our position</source>
        <translation>Υιοθέτηση της διατύπωσης στη θέση μας</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Αφαίρεση</translation>
    </message>
    <message>
        <source>Remove this entry</source>
        <translation>Αφαίρεση της γραμμής άλλου</translation>
    </message>
    <message>
        <source>It will stay removed even if it is sent again</source>
        <translation>Μένει αφαιρεμένη, ακόμη και αν τη στείλουν πάλι</translation>
    </message>
</context>
<context>
    <name>OtherVersionCard</name>
    <message>
        <source>Show in document</source>
        <translation>Εμφάνιση στο έγγραφο</translation>
    </message>
</context>
<context>
    <name>OthersSection</name>
    <message>
        <source>Adopt</source>
        <translation>Υιοθέτηση</translation>
    </message>
    <message>
        <source>Adopt this drafting in our position</source>
        <translation>Υιοθέτηση αυτής της διατύπωσης στη θέση μας</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>Recitals {labels}</source>
        <translation>Αιτιολογικές σκέψεις {labels}</translation>
    </message>
    <message>
        <source>our position</source>
        <translation>η θέση μας</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>αναπτυγμένο</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>συμπτυγμένο</translation>
    </message>
</context>
<context>
    <name>OutlineView</name>
    <message>
        <source>Outline</source>
        <translation>Διάρθρωση</translation>
    </message>
    <message>
        <source>Filter the outline</source>
        <translation>Φίλτρο της διάρθρωσης</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>Επικεφαλίδες</translation>
    </message>
    <message>
        <source>No matching headings.</source>
        <translation>Καμία επικεφαλίδα δεν ταιριάζει.</translation>
    </message>
    <message>
        <source>No headings in this document.</source>
        <translation>Δεν υπάρχουν επικεφαλίδες.</translation>
    </message>
    <message>
        <source>No headings in this document. Press {key} to go to a paragraph.</source>
        <translation>Το έγγραφο δεν έχει επικεφαλίδες. Με {key} μεταβαίνετε σε παράγραφο.</translation>
    </message>
</context>
<context>
    <name>OwnCards</name>
    <message>
        <source>{name} was not found in this library</source>
        <translation>Το {name} δεν βρέθηκε σε αυτή τη βιβλιοθήκη</translation>
    </message>
</context>
<context>
    <name>Packing</name>
    <message>
        <source>Nothing to export</source>
        <translation>Τίποτα για πακέτο</translation>
    </message>
    <message>
        <source>There are no documents in the library yet.</source>
        <translation>Δεν υπάρχουν ακόμη έγγραφα στη βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>Packages (*{suffix})</source>
        <translation>Πακέτα (*{suffix})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Όλα τα αρχεία (*)</translation>
    </message>
    <message>
        <source>Import Package</source>
        <translation>Εισαγωγή πακέτου</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Ανάγνωση: {file}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Νέα</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Άλλαξαν</translation>
    </message>
    <message>
        <source>Changed on both sides</source>
        <translation>Άλλαξαν και στις δύο πλευρές</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Αποσύρθηκαν</translation>
    </message>
    <message>
        <source>Already in library</source>
        <translation>Υπήρχαν ήδη</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Έγγραφα</translation>
    </message>
    <message>
        <source>Term bases</source>
        <translation>Βάσεις όρων</translation>
    </message>
    <message>
        <source>There was nothing to import.</source>
        <translation>Δεν υπήρχε τίποτα προς παραλαβή.</translation>
    </message>
    <message>
        <source>Waiting for their documents to be imported: {count}.</source>
        <translation>Σε αναμονή έως ότου εισαχθούν τα έγγραφά τους: {count}.</translation>
    </message>
    <message>
        <source>Imported from {person}</source>
        <translation>Εισαγωγή από: {person}</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>Αναίρεση αυτής της εισαγωγής</translation>
    </message>
    <message>
        <source>Export Package</source>
        <translation>Πακέτο για συνάδελφο</translation>
    </message>
    <message>
        <source>Co&amp;ntents</source>
        <translation>Περιεχόμε&amp;να</translation>
    </message>
    <message>
        <source>Documents to include, with their notes and positions</source>
        <translation>Έγγραφα που περιλαμβάνονται, με τις σημειώσεις και τις θέσεις τους</translation>
    </message>
    <message>
        <source>Include original f&amp;iles</source>
        <translation>Μαζί και τα αρ&amp;χεία των εγγράφων</translation>
    </message>
    <message>
        <source>Include intern&amp;al notes</source>
        <translation>Μαζί και τα ε&amp;σωτερικά</translation>
    </message>
    <message>
        <source>Include term &amp;bases</source>
        <translation>Με τις &amp;βάσεις όρων</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>Α&amp;πό</translation>
    </message>
    <message>
        <source>Your name, as shown next to your notes</source>
        <translation>Το όνομά σας, όπως το βλέπει ο συνάδελφος δίπλα στις σημειώσεις σας</translation>
    </message>
    <message>
        <source>Seal &amp;to</source>
        <translation>Σ&amp;φράγιση για</translation>
    </message>
    <message>
        <source>People who alone can open the package</source>
        <translation>Τα μόνα άτομα που μπορούν να ανοίξουν το πακέτο</translation>
    </message>
    <message>
        <source>Only the people you tick can open the package. With none ticked, anyone who has the file can.</source>
        <translation>Μόνο τα άτομα που επιλέγετε μπορούν να ανοίξουν το πακέτο. Χωρίς επιλογή, το ανοίγει όποιος έχει το αρχείο.</translation>
    </message>
    <message>
        <source>&amp;Save to</source>
        <translation>Πρ&amp;ος</translation>
    </message>
    <message>
        <source>Output file</source>
        <translation>Αρχείο εξαγωγής</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Επιλογή…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Επιλογή του αρχείου</translation>
    </message>
    <message>
        <source>Export progress</source>
        <translation>Πρόοδος του πακέτου</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Κλείσιμο</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Δημιουργία</translation>
    </message>
</context>
<context>
    <name>PackingDialog</name>
    <message>
        <source>a colleague</source>
        <translation>συνάδελφος</translation>
    </message>
    <message>
        <source>Internal are notes marked as internal, and the fallbacks, red lines, instructions and internal notes of positions. Your colleague would see them all. The package states that it contains them.</source>
        <translation>Εσωτερικά είναι οι σημειώσεις με αυτή την ένδειξη και, από τις θέσεις, οι εφεδρικές διατυπώσεις, οι κόκκινες γραμμές, οι οδηγίες και οι σημειώσεις: ο συνάδελφος θα τα δει όλα. Το πακέτο αναφέρει ότι τα περιέχει.</translation>
    </message>
    <message>
        <source>{person} – key not compared: {words}</source>
        <translation>{person} – το κλειδί δεν συγκρίθηκε: {words}</translation>
    </message>
    <message>
        <source>Packages (*{s})</source>
        <translation>Πακέτα (*{s})</translation>
    </message>
    <message>
        <source>package</source>
        <translation>πακέτο</translation>
    </message>
    <message>
        <source>{name}, the document in front</source>
        <translation>{name}, το τρέχον έγγραφο</translation>
    </message>
    <message>
        <source>Its dossier: {n} documents</source>
        <translation>Ο φάκελός του: {n} έγγραφα</translation>
    </message>
    <message>
        <source>All with notes or a position: {n}</source>
        <translation>Όλα με σημειώσεις ή θέση: {n}</translation>
    </message>
    <message>
        <source>Everything in the library: {n}</source>
        <translation>Ολόκληρη η βιβλιοθήκη: {n}</translation>
    </message>
    <message>
        <source>Documents: {n}</source>
        <translation>έγγραφα: {n}</translation>
    </message>
    <message>
        <source>their files: {n}</source>
        <translation>τα αρχεία τους: {n}</translation>
    </message>
    <message>
        <source>notes: {n}</source>
        <translation>σημειώσεις: {n}</translation>
    </message>
    <message>
        <source>position entries: {n}</source>
        <translation>σημεία θέσης: {n}</translation>
    </message>
    <message>
        <source>forwarded from others: {n}</source>
        <translation>προώθηση από άλλους: {n}</translation>
    </message>
    <message>
        <source>withdrawn: {n}</source>
        <translation>ανακλήθηκαν: {n}</translation>
    </message>
    <message>
        <source>term bases: {n}</source>
        <translation>βάσεις όρων: {n}</translation>
    </message>
    <message>
        <source>To be exported: {counted}.</source>
        <translation>Προς εξαγωγή: {counted}.</translation>
    </message>
    <message>
        <source>Of these internal: {n}.</source>
        <translation>Από αυτά εσωτερικά: {n}.</translation>
    </message>
    <message>
        <source>Internal, not included: {n}.</source>
        <translation>Εσωτερικά, δεν περιλαμβάνονται: {n}.</translation>
    </message>
    <message>
        <source>Exporting {file}</source>
        <translation>Δημιουργία πακέτου: {file}</translation>
    </message>
    <message>
        <source>{kilobytes} kB</source>
        <translation>{kilobytes} kB</translation>
    </message>
    <message>
        <source>It contains internal notes.</source>
        <translation>Περιέχει εσωτερικές σημειώσεις.</translation>
    </message>
    <message>
        <source>Sealed to: {people}.</source>
        <translation>Σφραγίστηκε για: {people}.</translation>
    </message>
    <message>
        <source>Saved: {file}, {size}.</source>
        <translation>Γράφτηκε: {file}, {size}.</translation>
    </message>
    <message>
        <source>A file with this name exists and will be replaced.</source>
        <translation>Υπάρχει αρχείο με αυτό το όνομα και θα αντικατασταθεί.</translation>
    </message>
</context>
<context>
    <name>PageArea</name>
    <message>
        <source>Pages</source>
        <translation>Σελίδες</translation>
    </message>
    <message>
        <source>Page {n} of {of}</source>
        <translation>Σελίδα {n} από {of}</translation>
    </message>
</context>
<context>
    <name>ParagraphFile</name>
    <message>
        <source>Current paragraph</source>
        <translation>Τρέχουσα παράγραφος</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>The whole document</source>
        <translation>Ολόκληρο το έγγραφο</translation>
    </message>
</context>
<context>
    <name>ParagraphFileController</name>
    <message>
        <source>The file of a paragraph is not available here. Open the text first.</source>
        <translation>Η καρτέλα της παραγράφου δεν είναι διαθέσιμη εδώ. Ανοίξτε πρώτα το κείμενο.</translation>
    </message>
</context>
<context>
    <name>ParagraphModel</name>
    <message>
        <source>our position</source>
        <translation>η θέση μας</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Page of the original</source>
        <translation>Σελίδα του πρωτοτύπου</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>People</source>
        <translation>Άτομα</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Το όνομά &amp;σας</translation>
    </message>
    <message>
        <source>Your name, as colleagues see it next to your notes</source>
        <translation>Το όνομά σας, όπως το βλέπουν οι συνάδελφοι δίπλα στις σημειώσεις σας</translation>
    </message>
    <message>
        <source>Your key</source>
        <translation>Το κλειδί σας</translation>
    </message>
    <message>
        <source>The six words of your key</source>
        <translation>Οι έξι λέξεις του κλειδιού σας</translation>
    </message>
    <message>
        <source>Colleagues see it next to the notes you share with them. It does not appear in Word exports: their author is the delegation.</source>
        <translation>Οι συνάδελφοι το βλέπουν δίπλα στις σημειώσεις που τους στέλνετε σε πακέτο. Καμία εξαγωγή σε Word δεν το φέρει: συντάκτης της είναι η αντιπροσωπία.</translation>
    </message>
    <message>
        <source>People who sent you packages</source>
        <translation>Άτομα από τα οποία ήρθαν πακέτα</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Άτομο</translation>
    </message>
    <message>
        <source>Notes here</source>
        <translation>Σημειώσεις</translation>
    </message>
    <message>
        <source>Position entries here</source>
        <translation>Σημεία θέσης εδώ</translation>
    </message>
    <message>
        <source>Last package</source>
        <translation>Τελευταίο</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Κλειδί</translation>
    </message>
    <message>
        <source>Words &amp;Match</source>
        <translation>Οι λέ&amp;ξεις συμφωνούν</translation>
    </message>
    <message>
        <source>Have them read the six words of their key to you, for example by telephone. Press this if they are the same.</source>
        <translation>Ζητήστε να σας διαβάσουν τις έξι λέξεις του κλειδιού τους, π.χ. από το τηλέφωνο. Πατήστε εδώ αν είναι οι ίδιες.</translation>
    </message>
    <message>
        <source>Remove &amp;Key</source>
        <translation>Αφαίρεση κλ&amp;ειδιού</translation>
    </message>
    <message>
        <source>If they have a new computer or library: their next package may then be signed with a new key.</source>
        <translation>Αν έχουν νέο υπολογιστή ή νέα βιβλιοθήκη: το επόμενο πακέτο τους θα μπορεί να έχει υπογραφή με νέο κλειδί.</translation>
    </message>
    <message>
        <source>&amp;Remove All Their Notes</source>
        <translation>&amp;Αφαίρεση όλων των δικών του</translation>
    </message>
    <message>
        <source>&amp;Block</source>
        <translation>&amp;Να μη λαμβάνεται τίποτα πια</translation>
    </message>
    <message>
        <source>For someone who has left: new items from them in the shared folder are ignored. Existing ones stay until you remove them.</source>
        <translation>Για όποιον έφυγε: ό,τι έβαλε στον κοινόχρηστο φάκελο δεν λαμβάνεται πλέον. Ό,τι βρίσκεται εδώ μένει έως ότου το αφαιρέσετε.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>a colleague</source>
        <translation>συνάδελφος</translation>
    </message>
    <message>
        <source>{person} (blocked)</source>
        <translation>{person} (αποκλεισμένο άτομο)</translation>
    </message>
    <message>
        <source>No packages received yet. Use File &gt; Library &gt; Import Package.</source>
        <translation>Δεν έχει έρθει ακόμη πακέτο από κανέναν: παραλαβή με Αρχείο &gt; Βιβλιοθήκη &gt; Άνοιγμα πακέτου.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>κανένα</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>συγκρίθηκε</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>δεν συγκρίθηκε</translation>
    </message>
    <message>
        <source>&amp;Block</source>
        <translation>&amp;Να μη λαμβάνεται τίποτα πια</translation>
    </message>
    <message>
        <source>Un&amp;block</source>
        <translation>Να &amp;λαμβάνεται πάλι</translation>
    </message>
    <message>
        <source>No signed package from them was imported yet.</source>
        <translation>Δεν έχει εισαχθεί ακόμη υπογεγραμμένο πακέτο από αυτό το άτομο.</translation>
    </message>
    <message>
        <source>Key of {person}: {words}. Compared on {date}.</source>
        <translation>Κλειδί, {person}: {words}. Συγκρίθηκε στις {date}.</translation>
    </message>
    <message>
        <source>Key of {person}: {words}. Not compared yet: have them read the words under “Your key” to you.</source>
        <translation>Κλειδί, {person}: {words}. Δεν έχει συγκριθεί ακόμη: ζητήστε να σας διαβάσουν τις λέξεις που έχουν στο «Το κλειδί σας».</translation>
    </message>
    <message>
        <source>Removed, and will stay removed if sent again. New notes from them will still arrive. Undo restores what was removed.</source>
        <translation>Αφαιρέθηκαν και μένουν έτσι, ακόμη και αν σταλούν πάλι· ό,τι νέο γράψει θα έρθει. Με αναίρεση επανέρχονται.</translation>
    </message>
    <message>
        <source>New items from them in the shared folder will be imported again from the next sync.</source>
        <translation>Ό,τι έβαλε στον κοινόχρηστο φάκελο λαμβάνεται πάλι, με την επόμενη ανταλλαγή.</translation>
    </message>
    <message>
        <source>New items from them in the shared folder are ignored. Existing ones stay until you remove them. Packages you open yourself are still imported.</source>
        <translation>Δεν λαμβάνεται πια τίποτα δικό του από τον κοινόχρηστο φάκελο. Ό,τι βρίσκεται εδώ μένει έως ότου το αφαιρέσετε· πακέτο που ανοίγετε εσείς παραλαμβάνεται.</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>Phrases</source>
        <translation>Έτοιμες φράσεις</translation>
    </message>
    <message>
        <source>Keyword or text</source>
        <translation>Λέξη-κλειδί ή λέξεις του κειμένου</translation>
    </message>
    <message>
        <source>Find a phrase</source>
        <translation>Εύρεση φράσης</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>&amp;Εισαγωγή</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Νέα…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>Α&amp;λλαγή…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Διαγραφή</translation>
    </message>
    <message>
        <source>&amp;Keyword</source>
        <translation>Λέξη-&amp;κλειδί</translation>
    </message>
    <message>
        <source>thanks, parliamentary reservation, …</source>
        <translation>ευχαριστίες, κοινοβουλευτική επιφύλαξη, …</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Γλώσσα</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>Κεί&amp;μενο</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Αποθήκευση</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Πί&amp;σω</translation>
    </message>
</context>
<context>
    <name>PhrasesDialog</name>
    <message>
        <source>No matching phrases.</source>
        <translation>Καμία φράση δεν ταιριάζει.</translation>
    </message>
</context>
<context>
    <name>PlaceBar</name>
    <message>
        <source>Go to: 7, 7f, 5(2)(a), r34, annex 1 p 3, fn 9</source>
        <translation>Μετάβαση: 7, 7f, 5(2)(a), r34, annex 1 p 3, fn 9</translation>
    </message>
    <message>
        <source>Go to a place</source>
        <translation>Μετάβαση σε θέση</translation>
    </message>
    <message>
        <source>Not found in this document</source>
        <translation>Δεν βρέθηκε σε αυτό το έγγραφο</translation>
    </message>
</context>
<context>
    <name>Placement</name>
    <message>
        <source>Place Instruction</source>
        <translation>Τοποθέτηση εντολής</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Αλλαγή</translation>
    </message>
    <message>
        <source>New text</source>
        <translation>Νέο κείμενο</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Τοποθέτηση</translation>
    </message>
</context>
<context>
    <name>PlacementDialog</name>
    <message>
        <source>Replace the text of {provision}</source>
        <translation>Αντικατάσταση του κειμένου: {provision}</translation>
    </message>
    <message>
        <source>Insert after {provision}</source>
        <translation>Εισαγωγή μετά από: {provision}</translation>
    </message>
    <message>
        <source>Delete {provision}</source>
        <translation>Διαγραφή: {provision}</translation>
    </message>
</context>
<context>
    <name>Population</name>
    <message>
        <source>Population Figures</source>
        <translation>Στοιχεία πληθυσμού</translation>
    </message>
    <message>
        <source>Reference year</source>
        <translation>Έτος αναφοράς</translation>
    </message>
    <message>
        <source>Type of figures</source>
        <translation>Είδος αριθμών</translation>
    </message>
    <message>
        <source>Inhabitants</source>
        <translation>Αριθμοί κατοίκων</translation>
    </message>
    <message>
        <source>Percentages</source>
        <translation>Ποσοστά</translation>
    </message>
    <message>
        <source>Population by Member State</source>
        <translation>Πληθυσμός ανά κράτος μέλος</translation>
    </message>
    <message>
        <source>Member State</source>
        <translation>Κράτος μέλος</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Κράτος</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>Πληθυσμός</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Πηγή</translation>
    </message>
    <message>
        <source>Source, such as the Decision and its Official Journal</source>
        <translation>Πηγή, όπως η απόφαση και η Επίσημη Εφημερίδα της</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Επαναφορά αρχικών</translation>
    </message>
    <message>
        <source>Discard the figures entered for this year</source>
        <translation>Διαγραφή όσων καταχωρίστηκαν για αυτό το έτος</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Αποθήκευση</translation>
    </message>
</context>
<context>
    <name>PopulationDialog</name>
    <message>
        <source>Entered on {day}.</source>
        <translation>Καταχωρίστηκαν στις {day}.</translation>
    </message>
    <message>
        <source>Supplied with the program. Figures you enter take precedence; the defaults can be restored.</source>
        <translation>Περιλαμβάνονται στο πρόγραμμα. Όσα καταχωρίζετε υπερισχύουν· τα αρχικά μπορούν να επανέλθουν.</translation>
    </message>
    <message>
        <source>The figures for this year are incomplete. Enter the missing ones.</source>
        <translation>Δεν υπάρχουν πλήρεις αριθμοί για αυτό το έτος· καταχωρίστε όσα λείπουν.</translation>
    </message>
    <message>
        <source>{n} of {count} members</source>
        <translation>{n} από {count} μέλη</translation>
    </message>
    <message>
        <source>Total: {total} · {known}</source>
        <translation>Σύνολο: {total} · {known}</translation>
    </message>
</context>
<context>
    <name>PositionCard</name>
    <message>
        <source>Remove our position here</source>
        <translation>Αφαίρεση της θέσης μας εδώ</translation>
    </message>
    <message>
        <source>Open position</source>
        <translation>Άνοιγμα θέσης</translation>
    </message>
</context>
<context>
    <name>PositionController</name>
    <message>
        <source>Draft on footnote {n}</source>
        <translation>Διατύπωση για την υποσημείωση {n}</translation>
    </message>
    <message>
        <source>New Provision</source>
        <translation>Νέα διάταξη</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Έναρξη</translation>
    </message>
    <message>
        <source>Move Provision</source>
        <translation>Μετακίνηση της διάταξης</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Μετακίνηση</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Μετά από</translation>
    </message>
    <message>
        <source>5, 7(f) or r34; empty for the beginning</source>
        <translation>5, 7(f) ή r34· κενό για την αρχή του κειμένου</translation>
    </message>
    <message>
        <source>A provision cannot be moved after itself.</source>
        <translation>Μια διάταξη δεν μπορεί να μετακινηθεί μετά από τον εαυτό της.</translation>
    </message>
    <message>
        <source>Square brackets</source>
        <translation>Αγκύλες</translation>
    </message>
    <message>
        <source>&amp;Around the selection: [{words}]</source>
        <translation>&amp;Γύρω από την επιλογή: [{words}]</translation>
    </message>
    <message>
        <source>Select the words for the square brackets</source>
        <translation>Επιλέξτε τις λέξεις που θα μπουν σε αγκύλες</translation>
    </message>
    <message>
        <source>[Ours] and [the &amp;text]</source>
        <translation>[Δική μας] και [του &amp;κειμένου]</translation>
    </message>
    <message>
        <source>[Ours] and [fallback &amp;{n}]: {words}</source>
        <translation>[Δική μας] και [εφεδρική &amp;{n}]: {words}</translation>
    </message>
    <message>
        <source>another delegation</source>
        <translation>άλλου</translation>
    </message>
    <message>
        <source>[Ours] and [{who}]</source>
        <translation>[Δική μας] και [{who}]</translation>
    </message>
    <message>
        <source>Cleared by</source>
        <translation>Εγκρίθηκε από</translation>
    </message>
    <message>
        <source>Name, office</source>
        <translation>Όνομα, υπηρεσία</translation>
    </message>
    <message>
        <source>Later changes must be cleared again.</source>
        <translation>Οι μεταγενέστερες αλλαγές χρειάζονται νέα έγκριση.</translation>
    </message>
    <message>
        <source>Mark Position as Cleared</source>
        <translation>Έγκριση της θέσης</translation>
    </message>
    <message>
        <source>Mark as Cleared</source>
        <translation>Έγκριση</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>Εστάλη σε</translation>
    </message>
    <message>
        <source>The Presidency, the delegations, …</source>
        <translation>Προεδρία, αντιπροσωπίες, …</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Αρχείο</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>προαιρετικό</translation>
    </message>
    <message>
        <source>This version is archived. Later changes belong to the next version.</source>
        <translation>Η έκδοση αυτή αρχειοθετήθηκε. Οι μεταγενέστερες αλλαγές ανήκουν στην επόμενη.</translation>
    </message>
    <message>
        <source>Mark as Sent</source>
        <translation>Σήμανση ως απεσταλμένης</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Εύρεση</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Αντικατάσταση με</translation>
    </message>
    <message>
        <source>empty to delete</source>
        <translation>κενό για διαγραφή</translation>
    </message>
    <message>
        <source>In everything that you wrote in this position. Undo puts all of it back at once.</source>
        <translation>Σε όλα όσα γράψατε στη θέση αυτή. Η αναίρεση τα επαναφέρει όλα μαζί.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Αντικατάσταση</translation>
    </message>
    <message>
        <source>Replace All</source>
        <translation>Αντικατάσταση όλων</translation>
    </message>
    <message>
        <source>“{words}” is not in this position.</source>
        <translation>Το «{words}» δεν υπάρχει στη θέση αυτή.</translation>
    </message>
    <message>
        <source>Replaced once</source>
        <translation>Αντικαταστάθηκε μία φορά</translation>
    </message>
    <message>
        <source>Replaced {n} times</source>
        <translation>Αντικαταστάθηκε {n} φορές</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Θέση</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Κείμενο</translation>
    </message>
</context>
<context>
    <name>PositionOptions</name>
    <message>
        <source>Versions…</source>
        <translation>Εκδόσεις…</translation>
    </message>
    <message>
        <source>Compare versions and see the history of each field</source>
        <translation>Σύγκριση εκδόσεων και ιστορικό κάθε πεδίου</translation>
    </message>
    <message>
        <source>Mark as Cleared…</source>
        <translation>Έγκριση…</translation>
    </message>
    <message>
        <source>Record who cleared the position</source>
        <translation>Δηλώστε ποιος ενέκρινε τη θέση</translation>
    </message>
    <message>
        <source>Mark as Sent…</source>
        <translation>Ως απεσταλμένη…</translation>
    </message>
    <message>
        <source>Record the recipient of the position</source>
        <translation>Δηλώστε σε ποιον εστάλη η θέση</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Εξαγωγή…</translation>
    </message>
    <message>
        <source>Preview, then export, print or copy</source>
        <translation>Έλεγχος όσων θα σταλούν, και μετά εγγραφή, εκτύπωση ή αντιγραφή</translation>
    </message>
</context>
<context>
    <name>PositionSection</name>
    <message>
        <source>Stance: {stance}</source>
        <translation>Στάση: {stance}</translation>
    </message>
    <message>
        <source>Stance removed: {stance}</source>
        <translation>Η στάση αφαιρέθηκε: {stance}</translation>
    </message>
    <message>
        <source>Mark added: {stance}</source>
        <translation>Προστέθηκε επισήμανση: {stance}</translation>
    </message>
    <message>
        <source>Mark removed: {stance}</source>
        <translation>Αφαιρέθηκε επισήμανση: {stance}</translation>
    </message>
</context>
<context>
    <name>Positions</name>
    <message>
        <source>Position</source>
        <translation>Θέση</translation>
    </message>
    <message>
        <source>General comments</source>
        <translation>Γενικές παρατηρήσεις</translation>
    </message>
    <message>
        <source>Internal notes – never circulated</source>
        <translation>Εσωτερικές σημειώσεις – δεν κυκλοφορούν ποτέ</translation>
    </message>
    <message>
        <source>Add a provision</source>
        <translation>Προσθήκη διάταξης</translation>
    </message>
    <message>
        <source>Add a provision: type a place, such as 11, 7(f) or r34, and press Enter</source>
        <translation>Προσθήκη διάταξης: πληκτρολογήστε θέση, όπως 11, 7(f) ή r34, και πατήστε Enter</translation>
    </message>
</context>
<context>
    <name>PositionsView</name>
    <message>
        <source>Position on {name}</source>
        <translation>Θέση για {name}</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Θέση</translation>
    </message>
    <message>
        <source>General comments</source>
        <translation>Γενικές παρατηρήσεις</translation>
    </message>
    <message>
        <source>Comments on the document as a whole</source>
        <translation>Τι λέμε για το έγγραφο στο σύνολό του</translation>
    </message>
    <message>
        <source>Internal notes</source>
        <translation>Εσωτερικές σημειώσεις</translation>
    </message>
    <message>
        <source>Instructions, limits, contacts</source>
        <translation>Οδηγίες, όρια, ποιον να καλέσουμε</translation>
    </message>
    <message>
        <source>{n} of {count} provisions</source>
        <translation>{n} από {count} διατάξεις</translation>
    </message>
    <message>
        <source>Provisions on which only others have comments:</source>
        <translation>Διατάξεις με σχόλια μόνο άλλων:</translation>
    </message>
    <message>
        <source>Position {of_state}</source>
        <translation>Θέση {of_state}</translation>
    </message>
    <message>
        <source>on {name} · {status}</source>
        <translation>για το {name} · {status}</translation>
    </message>
    <message>
        <source>1 with our drafting</source>
        <translation>1 με διατύπωσή μας</translation>
    </message>
    <message>
        <source>{n} with our drafting</source>
        <translation>{n} με διατύπωσή μας</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Προτιμήσεις</translation>
    </message>
    <message>
        <source>Search preferences and shortcuts</source>
        <translation>Αναζήτηση στις προτιμήσεις και στα πλήκτρα</translation>
    </message>
    <message>
        <source>Groups of preferences</source>
        <translation>Ομάδες προτιμήσεων</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Συντομεύσεις πληκτρολογίου</translation>
    </message>
    <message>
        <source>1 found</source>
        <translation>βρέθηκε 1</translation>
    </message>
    <message>
        <source>{n} found</source>
        <translation>βρέθηκαν {n}</translation>
    </message>
    <message>
        <source>No matches.</source>
        <translation>Κανένα αποτέλεσμα.</translation>
    </message>
</context>
<context>
    <name>PresenterWindow</name>
    <message>
        <source>Presenter’s View</source>
        <translation>Προβολή στην αίθουσα</translation>
    </message>
    <message>
        <source>Text of the document</source>
        <translation>Κείμενο του εγγράφου</translation>
    </message>
</context>
<context>
    <name>ProvisionCard</name>
    <message>
        <source>Provision {label}</source>
        <translation>Διάταξη {label}</translation>
    </message>
    <message>
        <source>Wording of {label}</source>
        <translation>Διατύπωση για {label}</translation>
    </message>
    <message>
        <source>Text of the new provision</source>
        <translation>Κείμενο της νέας διάταξης</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Περισσότερα</translation>
    </message>
    <message>
        <source>Actions for {label}</source>
        <translation>Ενέργειες για {label}</translation>
    </message>
    <message>
        <source>Show in Text</source>
        <translation>Στο κείμενο</translation>
    </message>
    <message>
        <source>Show {label} in the text</source>
        <translation>Εμφάνιση στο κείμενο: {label}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Αφαίρεση</translation>
    </message>
    <message>
        <source>Remove the provision {label}</source>
        <translation>Αφαίρεση της διάταξης {label}</translation>
    </message>
</context>
<context>
    <name>ProvisionFields</name>
    <message>
        <source>Add a field</source>
        <translation>Προσθήκη πεδίου</translation>
    </message>
    <message>
        <source>{field} (internal)</source>
        <translation>{field} (εσωτερικό)</translation>
    </message>
    <message>
        <source>All fields are shown</source>
        <translation>Εμφανίζονται όλα τα πεδία</translation>
    </message>
    <message>
        <source>{field} on {label}, internal</source>
        <translation>{field}, {label}, εσωτερικό</translation>
    </message>
    <message>
        <source>{field} on {label}</source>
        <translation>{field}, {label}</translation>
    </message>
    <message>
        <source>Comment (will be circulated)</source>
        <translation>Παρατήρηση (κυκλοφορεί μαζί με τη θέση)</translation>
    </message>
    <message>
        <source>Justification for the table (will be circulated)</source>
        <translation>Αιτιολογία, για τον πίνακα (κυκλοφορεί μαζί με τη θέση)</translation>
    </message>
    <message>
        <source>Codes: DE, FR</source>
        <translation>Κωδικοί: DE, FR</translation>
    </message>
    <message>
        <source>One per line, best first; Alt+↑ and Alt+↓ to reorder</source>
        <translation>Μία ανά γραμμή, η καλύτερη πρώτη· Alt+↑ και Alt+↓ μετακινούν</translation>
    </message>
    <message>
        <source>The minimum we can accept</source>
        <translation>Το ελάχιστο που μπορούμε να δεχθούμε</translation>
    </message>
    <message>
        <source>Instruction from the capital</source>
        <translation>Οδηγία της πρωτεύουσας</translation>
    </message>
    <message>
        <source>Who, where, when</source>
        <translation>Ποιος, πού, πότε</translation>
    </message>
    <message>
        <source>Limits and contacts (never circulated)</source>
        <translation>Όρια και επαφές (δεν κυκλοφορούν ποτέ)</translation>
    </message>
    <message>
        <source>Comma-separated</source>
        <translation>Χωρισμένες με κόμμα</translation>
    </message>
    <message>
        <source>Source of the adopted drafting</source>
        <translation>Τίνος διατύπωση υιοθετήθηκε</translation>
    </message>
    <message>
        <source>Internal – never exported for circulation</source>
        <translation>Εσωτερικό – δεν εξάγεται ποτέ για διανομή</translation>
    </message>
</context>
<context>
    <name>ProvisionList</name>
    <message>
        <source>1 word</source>
        <translation>1 λέξη</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n} λέξεις</translation>
    </message>
    <message>
        <source>{n} of {words}</source>
        <translation>{n} από {words}</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>σύνολο</translation>
    </message>
</context>
<context>
    <name>ProvisionPlaceLine</name>
    <message>
        <source>Number of the provision, as printed</source>
        <translation>Αριθμός της διάταξης, όπως τυπώνεται</translation>
    </message>
    <message>
        <source>number</source>
        <translation>αριθμός</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Ανάκληση</translation>
    </message>
    <message>
        <source>New, after {place}</source>
        <translation>Νέα, μετά από: {place}</translation>
    </message>
    <message>
        <source>New, at the beginning</source>
        <translation>Νέα, στην αρχή του κειμένου</translation>
    </message>
    <message>
        <source>Moved after {place}</source>
        <translation>Μετακινείται μετά από: {place}</translation>
    </message>
    <message>
        <source>Moved to the beginning</source>
        <translation>Μετακινείται στην αρχή του κειμένου</translation>
    </message>
    <message>
        <source>Cancel Move</source>
        <translation>Ακύρωση μετακίνησης</translation>
    </message>
    <message>
        <source>Deletion proposed</source>
        <translation>Προτείνεται απάλειψη</translation>
    </message>
    <message>
        <source>Cancel Deletion</source>
        <translation>Ακύρωση απάλειψης</translation>
    </message>
    <message>
        <source>{said}, numbered</source>
        <translation>{said}, με αριθμό</translation>
    </message>
</context>
<context>
    <name>QueryChips</name>
    <message>
        <source>How the query was understood</source>
        <translation>Ερμηνεία του ερωτήματος</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Reader</source>
        <translation>Ανάγνωση</translation>
    </message>
    <message>
        <source>Show or hide columns of the table</source>
        <translation>Εμφάνιση ή απόκρυψη στηλών του πίνακα</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Στήλες</translation>
    </message>
    <message>
        <source>Draw our drafting in the text</source>
        <translation>Εμφάνιση της διατύπωσής μας μέσα στο κείμενο</translation>
    </message>
</context>
<context>
    <name>ReaderView</name>
    <message>
        <source>1 paragraph</source>
        <translation>1 παράγραφος</translation>
    </message>
    <message>
        <source>{n} paragraphs</source>
        <translation>{n} παράγραφοι</translation>
    </message>
    <message>
        <source>footnote {n} of {count}</source>
        <translation>υποσημείωση {n} από {count}</translation>
    </message>
    <message>
        <source>numbered paragraph {n} of {count}</source>
        <translation>αριθμημένη παράγραφος {n} από {count}</translation>
    </message>
    <message>
        <source>paragraph {n} of {count}</source>
        <translation>παράγραφος {n} από {count}</translation>
    </message>
    <message>
        <source>Not in the library in another language</source>
        <translation>Δεν είναι στη βιβλιοθήκη σε άλλη γλώσσα</translation>
    </message>
    <message>
        <source>No translation has been learned.</source>
        <translation>Δεν υπάρχει ακόμη μετάφραση.</translation>
    </message>
    <message>
        <source>Drag to another program to copy the original file</source>
        <translation>Σύρετέ το σε άλλο πρόγραμμα για να αντιγράψετε το πρωτότυπο αρχείο</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} από {count}</translation>
    </message>
</context>
<context>
    <name>ReceivedAnnotationCard</name>
    <message>
        <source>Reply</source>
        <translation>Απάντηση</translation>
    </message>
    <message>
        <source>Copy to Our Notes</source>
        <translation>Αντιγραφή στις σημειώσεις μας</translation>
    </message>
    <message>
        <source>Create a copy as our own note</source>
        <translation>Δημιουργία δικής μας σημείωσης με το ίδιο περιεχόμενο</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Αφαίρεση</translation>
    </message>
    <message>
        <source>It will stay removed even if it is sent again</source>
        <translation>Μένει αφαιρεμένος, ακόμη και αν τον στείλουν πάλι</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ έγινε</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>εσωτερικό</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>προθεσμία {when}</translation>
    </message>
    <message>
        <source>{kind} by {author}: {text}</source>
        <translation>{kind}, {author}: {text}</translation>
    </message>
    <message>
        <source>Reply to the note</source>
        <translation>Απάντηση στη σημείωση</translation>
    </message>
    <message>
        <source>Remove this note</source>
        <translation>Αφαίρεση αυτής της σημείωσης</translation>
    </message>
</context>
<context>
    <name>ReferenceLinks</name>
    <message>
        <source>en</source>
        <comment>the code of the language that the window speaks: en, el or fr</comment>
        <translation>el</translation>
    </message>
    <message>
        <source>{reference} is not in the library</source>
        <translation>Το {reference} δεν είναι στη βιβλιοθήκη</translation>
    </message>
    <message>
        <source>No reference in this paragraph</source>
        <translation>Καμία παραπομπή σε αυτή την παράγραφο</translation>
    </message>
    <message>
        <source>Ctrl+click to follow</source>
        <translation>Με Ctrl και κλικ ακολουθείται</translation>
    </message>
</context>
<context>
    <name>ReparseController</name>
    <message>
        <source>All documents are up to date with this version.</source>
        <translation>Αυτή η έκδοση του προγράμματος έχει διαβάσει όλα τα έγγραφα.</translation>
    </message>
    <message>
        <source>Nothing to re-import</source>
        <translation>Τίποτα προς νέα ανάγνωση</translation>
    </message>
    <message>
        <source>Some documents were not re-imported</source>
        <translation>Δεν διαβάστηκαν όλα εκ νέου</translation>
    </message>
</context>
<context>
    <name>ReplyLine</name>
    <message>
        <source>Accept</source>
        <translation>Αποδοχή</translation>
    </message>
    <message>
        <source>Accept the change: {field}</source>
        <translation>Αποδοχή της αλλαγής: {field}</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Απόρριψη</translation>
    </message>
    <message>
        <source>Reject the change: {field}</source>
        <translation>Απόρριψη της αλλαγής: {field}</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>προς έλεγχο</translation>
    </message>
    <message>
        <source>{field}, changed from “{before}” to “{after}” {who}</source>
        <translation>{field}, αλλαγή από «{before}» σε «{after}» {who}</translation>
    </message>
</context>
<context>
    <name>ReportFields</name>
    <message>
        <source>Report</source>
        <translation>Έκθεση</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Συμπεράσματα</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Περίληψη</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>Επόμενα βήματα</translation>
    </message>
</context>
<context>
    <name>RevisionController</name>
    <message>
        <source>The text of Parliament beside {name}: type a reference or words from the subject</source>
        <translation>Το κείμενο του Κοινοβουλίου δίπλα στο {name}: πληκτρολογήστε αριθμό ή λέξεις από το θέμα</translation>
    </message>
    <message>
        <source>The text of the Council beside {name}: type a reference or words from the subject</source>
        <translation>Το κείμενο του Συμβουλίου δίπλα στο {name}: πληκτρολογήστε αριθμό ή λέξεις από το θέμα</translation>
    </message>
    <message>
        <source>Build Four-Column Table</source>
        <translation>Δημιουργία πίνακα τεσσάρων στηλών</translation>
    </message>
    <message>
        <source>Four columns</source>
        <translation>Τέσσερις στήλες</translation>
    </message>
    <message>
        <source>Use “Compare with…” to compare it with any document.</source>
        <translation>Με «Σύγκριση με …» αντιπαραβάλλεται με οποιοδήποτε έγγραφο.</translation>
    </message>
    <message>
        <source>The library has no earlier revision of {name}</source>
        <translation>Η βιβλιοθήκη δεν έχει προηγούμενη αναθεώρηση του {name}</translation>
    </message>
    <message>
        <source>Comparing {old} with {new}</source>
        <translation>Σύγκριση: {old} με {new}</translation>
    </message>
    <message>
        <source>Carried over to {name}</source>
        <translation>Μεταφορά στο {name}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Έλεγχος</translation>
    </message>
    <message>
        <source>It contains internal text. Paste it only into an email to the capital.</source>
        <translation>Περιέχει εσωτερικό κείμενο. Επικολλήστε το μόνο σε μήνυμα προς την πρωτεύουσα.</translation>
    </message>
    <message>
        <source>“What changed for us” copied</source>
        <translation>Το «Τι άλλαξε για εμάς» είναι στο πρόχειρο</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Τι άλλαξε</translation>
    </message>
</context>
<context>
    <name>RevisionPage</name>
    <message>
        <source>Kept: {item}</source>
        <translation>Διατηρήθηκε: {item}</translation>
    </message>
    <message>
        <source>Done: {item}</source>
        <translation>Έγινε: {item}</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>&amp;Open</source>
        <translation>Άν&amp;οιγμα</translation>
    </message>
    <message>
        <source>Open in New &amp;Tab</source>
        <translation>Άνοιγμα σε &amp;νέα καρτέλα</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Επόμενο</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Προηγούμενο</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Search results</source>
        <translation>Αποτελέσματα αναζήτησης</translation>
    </message>
    <message>
        <source>Sort order</source>
        <translation>Σειρά ταξινόμησης</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>Συνάφεια</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ημερομηνία</translation>
    </message>
    <message>
        <source>all word forms</source>
        <translation>όλοι οι τύποι της λέξης</translation>
    </message>
    <message>
        <source>Find all word forms</source>
        <translation>Εύρεση όλων των τύπων των λέξεων</translation>
    </message>
    <message>
        <source>Also finds other forms of the words; turn off to find the exact forms only</source>
        <translation>Βρίσκει και άλλους τύπους των λέξεων· απενεργοποιήστε το για τους τύπους όπως γράφτηκαν</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>Όνομα της αναζήτησης</translation>
    </message>
    <message>
        <source>Enter to save · Esc to cancel</source>
        <translation>Enter φύλαξη · Esc όχι</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Τι να δοκιμάσετε</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Αποτελέσματα</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>SearchController</name>
    <message>
        <source>Search</source>
        <translation>Αναζήτηση</translation>
    </message>
    <message>
        <source>Search: {words}</source>
        <translation>Αναζήτηση: {words}</translation>
    </message>
    <message>
        <source>Results in other languages are hidden.</source>
        <translation>Τα αποτελέσματα σε άλλες γλώσσες δεν εμφανίζονται.</translation>
    </message>
    <message>
        <source>Results in other languages are shown.</source>
        <translation>Τα αποτελέσματα σε άλλες γλώσσες εμφανίζονται.</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Understood as: {text}</source>
        <translation>Ερμηνεία: {text}</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} από {count}</translation>
    </message>
    <message>
        <source>all word forms</source>
        <translation>όλοι οι τύποι της λέξης</translation>
    </message>
    <message>
        <source>exact forms</source>
        <translation>ακριβείς τύποι</translation>
    </message>
    <message>
        <source>The search index is being rebuilt. Results are incomplete until this has finished.</source>
        <translation>Το ευρετήριο δημιουργείται εκ νέου: όσα εμφανίζονται προέρχονται από τα κείμενα που έχουν διαβαστεί ώς τώρα και δεν είναι πλήρη.</translation>
    </message>
    <message>
        <source>1 recent change is not yet indexed.</source>
        <translation>1 αλλαγή δεν περιλαμβάνεται ακόμη στην αναζήτηση· καταχωρίζεται τώρα.</translation>
    </message>
    <message>
        <source>{n} recent changes are not yet indexed.</source>
        <translation>{n} αλλαγές δεν περιλαμβάνονται ακόμη στην αναζήτηση· καταχωρίζονται τώρα.</translation>
    </message>
    <message>
        <source>The search took too long; there may be more results.</source>
        <translation>Ο χρόνος έληξε: μπορεί να υπάρχουν περισσότερα από όσα εμφανίζονται.</translation>
    </message>
    <message>
        <source>The search index was missing, damaged or from another version, and has been rebuilt.</source>
        <translation>Το ευρετήριο έλειπε, ήταν κατεστραμμένο ή προερχόταν από άλλη έκδοση και δημιουργήθηκε εκ νέου.</translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} ms</translation>
    </message>
    <message>
        <source>No results so far</source>
        <translation>Κανένα αποτέλεσμα ώς τώρα</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>Κανένα αποτέλεσμα</translation>
    </message>
    <message>
        <source>1 result</source>
        <translation>1 αποτέλεσμα</translation>
    </message>
    <message>
        <source>{n} results</source>
        <translation>{n} αποτελέσματα</translation>
    </message>
    <message>
        <source>first result shown</source>
        <translation>εμφανίζεται το πρώτο</translation>
    </message>
    <message>
        <source>first {n} shown</source>
        <translation>εμφανίζονται τα πρώτα {n}</translation>
    </message>
    <message>
        <source>1 document</source>
        <translation>1 έγγραφο</translation>
    </message>
    <message>
        <source>{n} documents</source>
        <translation>{n} έγγραφα</translation>
    </message>
    <message>
        <source>1 paragraph</source>
        <translation>1 παράγραφος</translation>
    </message>
    <message>
        <source>{n} paragraphs</source>
        <translation>{n} παράγραφοι</translation>
    </message>
    <message>
        <source>{paragraphs} in {documents}</source>
        <translation>{paragraphs} σε {documents}</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 σημείωση</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} σημειώσεις</translation>
    </message>
    <message>
        <source>1 position entry</source>
        <translation>1 σημείο θέσης</translation>
    </message>
    <message>
        <source>{n} position entries</source>
        <translation>{n} σημεία θέσης</translation>
    </message>
    <message>
        <source>1 intervention</source>
        <translation>1 παρέμβαση</translation>
    </message>
    <message>
        <source>{n} interventions</source>
        <translation>{n} παρεμβάσεις</translation>
    </message>
    <message>
        <source>The search failed. The list still shows the previous results.</source>
        <translation>Η αναζήτηση απέτυχε. Ο κατάλογος δείχνει ακόμη τα προηγούμενα αποτελέσματα.</translation>
    </message>
    <message>
        <source>Type words, a phrase in quotes, or a filter such as &lt;b&gt;lang:el&lt;/b&gt;, &lt;b&gt;after:2019-06&lt;/b&gt; or &lt;b&gt;in:notes&lt;/b&gt; into the box above.</source>
        <translation>Πληκτρολογήστε στο πλαίσιο επάνω λέξεις, μια φράση σε εισαγωγικά ή ένα φίλτρο όπως &lt;b&gt;γλώσσα:el&lt;/b&gt;, &lt;b&gt;μετά:2019-06&lt;/b&gt; ή &lt;b&gt;σε:σημειώσεις&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>No results so far.</source>
        <translation>Κανένα αποτέλεσμα ώς τώρα.</translation>
    </message>
    <message>
        <source>Type something to search for.</source>
        <translation>Το ερώτημα δεν περιέχει ακόμη τίποτα προς αναζήτηση.</translation>
    </message>
    <message>
        <source>No results. Try fewer words, or the beginning of a word followed by &lt;b&gt;*&lt;/b&gt;.</source>
        <translation>Κανένα αποτέλεσμα. Δοκιμάστε λιγότερες λέξεις, ή την αρχή μιας λέξης και &lt;b&gt;*&lt;/b&gt;.</translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>Previous match</source>
        <translation>Προηγούμενο εύρημα</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Επόμενο εύρημα</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Κλείσιμο της γραμμής εύρεσης</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Κλείσιμο (Esc)</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Προηγούμενο</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Επόμενο</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} από {count}</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>βρέθηκαν {count}</translation>
    </message>
</context>
<context>
    <name>Seeking</name>
    <message>
        <source>Find here</source>
        <translation>Εύρεση εδώ</translation>
    </message>
    <message>
        <source>Go to: 7, 7f, 5(2)(a), r34, annex 1 p 3, fn 9</source>
        <translation>Μετάβαση: 7, 7f, 5(2)(a), r34, annex 1 p 3, fn 9</translation>
    </message>
    <message>
        <source>No such place here</source>
        <translation>Δεν υπάρχει εδώ τέτοια θέση</translation>
    </message>
    <message>
        <source>Not found here</source>
        <translation>Δεν βρέθηκε εδώ</translation>
    </message>
</context>
<context>
    <name>SetupForm</name>
    <message>
        <source>Your delegation</source>
        <translation>Η αντιπροσωπία σας</translation>
    </message>
    <message>
        <source>Your &amp;delegation</source>
        <translation>Η &amp;αντιπροσωπία σας</translation>
    </message>
    <message>
        <source>Your languages</source>
        <translation>Διαβάζετε</translation>
    </message>
    <message>
        <source>Interface language</source>
        <translation>Γλώσσα παραθύρου</translation>
    </message>
</context>
<context>
    <name>SharedFolderController</name>
    <message>
        <source>From the shared folder</source>
        <translation>Από τον κοινόχρηστο φάκελο</translation>
    </message>
    <message>
        <source>Your changes will be shared as soon as the folder is available.</source>
        <translation>Όσα πρέπει να πάνε εκεί θα πάνε μόλις γίνει δυνατόν.</translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation>Ο κοινόχρηστος φάκελος</translation>
    </message>
    <message>
        <source>Shared: notes {notes}, position entries {lines}.</source>
        <translation>Εστάλησαν: σημειώσεις {notes}, γραμμές {lines}.</translation>
    </message>
    <message>
        <source>New or changed by others: {several}.</source>
        <translation>Νέα ή αλλαγμένα από άλλους: {several}.</translation>
    </message>
    <message>
        <source>{file} cannot be read yet; it may still be syncing.</source>
        <translation>Το {file} δεν διαβάζεται ακόμη· μπορεί να είναι καθ’ οδόν.</translation>
    </message>
    <message>
        <source>Everything is up to date.</source>
        <translation>Όλα είναι ενημερωμένα.</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>Shared folder</source>
        <translation>Ο κοινόχρηστος φάκελος</translation>
    </message>
    <message>
        <source>Shared Folder</source>
        <translation>Κοινόχρηστος φάκελος</translation>
    </message>
    <message>
        <source>Colleagues who share a folder through Syncthing, Nextcloud or a network drive see each other’s notes and positions. Your own are never changed. Delegate Desk itself opens no network connection.</source>
        <translation>Συνάδελφοι που μοιράζονται έναν φάκελο, μέσω Syncthing, Nextcloud ή δίσκου δικτύου, βλέπουν ο ένας τις σημειώσεις και τις γραμμές του άλλου. Κανενός τα δικά του δεν αλλάζουν από αυτό. Το ίδιο το Delegate Desk δεν ανοίγει σύνδεση.</translation>
    </message>
    <message>
        <source>Choose &amp;Folder…</source>
        <translation>Επιλογή &amp;φακέλου…</translation>
    </message>
    <message>
        <source>&amp;Stop Sharing</source>
        <translation>&amp;Διακοπή κοινής χρήσης</translation>
    </message>
    <message>
        <source>Include original &amp;documents</source>
        <translation>Μαζί τα αρχεία των &amp;εγγράφων όπου ανήκουν οι σημειώσεις και οι γραμμές</translation>
    </message>
    <message>
        <source>Include &amp;internal notes and texts</source>
        <translation>Μαζί και τα ε&amp;σωτερικά</translation>
    </message>
    <message>
        <source>Otherwise only items for circulation are shared. Anything shared stays in the folder: everyone with read access can read it, and everyone with write access can write under any name.</source>
        <translation>Χωρίς αυτό μοιράζεται μόνο ό,τι κυκλοφορεί. Ό,τι πήγε εκεί μένει εκεί: όποιος μπορεί να διαβάσει τον φάκελο το διαβάζει, και όποιος μπορεί να γράψει σε αυτόν μπορεί να γράψει με οποιοδήποτε όνομα.</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>Τελευταίος συγχρονισμός</translation>
    </message>
    <message>
        <source>S&amp;ync Now</source>
        <translation>&amp;Ανταλλαγή τώρα</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>SharingDialog</name>
    <message>
        <source>Not shared yet.</source>
        <translation>Δεν γίνεται ακόμη κοινή χρήση.</translation>
    </message>
    <message>
        <source>Shared in {folder}</source>
        <translation>Κοινός φάκελος: {folder}</translation>
    </message>
    <message>
        <source>Choose Shared Folder</source>
        <translation>Ποιος φάκελος θα είναι κοινόχρηστος;</translation>
    </message>
    <message>
        <source>Sharing stopped. Existing items stay here and in the folder.</source>
        <translation>Η κοινή χρήση σταμάτησε. Ό,τι ήρθε μένει εδώ, και ό,τι πήγε εκεί μένει εκεί.</translation>
    </message>
</context>
<context>
    <name>SidePanels</name>
    <message>
        <source>The places of paragraphs are not yet known. Use File &gt; Re-import from Original.</source>
        <translation>Δεν είναι ακόμη γνωστό πού βρίσκονται οι παράγραφοι: Αρχείο, Νέα ανάγνωση του πρωτοτύπου.</translation>
    </message>
</context>
<context>
    <name>SpellingMarks</name>
    <message>
        <source>No suggestions</source>
        <translation>Καμία πρόταση</translation>
    </message>
</context>
<context>
    <name>StanceChips</name>
    <message>
        <source>Stance</source>
        <translation>Στάση</translation>
    </message>
    <message>
        <source>No stance</source>
        <translation>Χωρίς στάση</translation>
    </message>
    <message>
        <source>{stance} · from a note</source>
        <translation>{stance} · από σημείωση</translation>
    </message>
    <message>
        <source>Stance: {stance}</source>
        <translation>Στάση: {stance}</translation>
    </message>
    <message>
        <source>Show the words of this mark</source>
        <translation>Εμφάνιση του κειμένου αυτής της επισήμανσης</translation>
    </message>
    <message>
        <source>Mark: {kind}</source>
        <translation>Επισήμανση: {kind}</translation>
    </message>
</context>
<context>
    <name>Support</name>
    <message>
        <source>Report for Support</source>
        <translation>Αναφορά για την υποστήριξη</translation>
    </message>
    <message>
        <source>This is the complete report: versions, sizes, counts and the program log. It contains no document text, titles, notes or names of files or people. Nothing is sent: copy or save it, and send it yourself.</source>
        <translation>Αυτά είναι όλα όσα λέει η αναφορά: εκδόσεις, μεγέθη, αριθμοί και το αρχείο καταγραφής του προγράμματος. Δεν περιέχει κείμενο, τίτλο, σημείωση ή όνομα αρχείου ή προσώπου. Δεν στέλνεται πουθενά: αντιγράψτε την ή αποθηκεύστε την και στείλτε την εσείς.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Η αναφορά</translation>
    </message>
    <message>
        <source>Checking the library…</source>
        <translation>Η βιβλιοθήκη ελέγχεται…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Αντι&amp;γραφή</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Αποθήκευση…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>SupportDialog</name>
    <message>
        <source>Report copied.</source>
        <translation>Η αναφορά αντιγράφηκε.</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Αρχεία κειμένου (*.txt)</translation>
    </message>
    <message>
        <source>{file} could not be saved: {reason}.</source>
        <translation>Το {file} δεν αποθηκεύτηκε: {reason}.</translation>
    </message>
    <message>
        <source>Report saved to {file}.</source>
        <translation>Η αναφορά αποθηκεύτηκε στο {file}.</translation>
    </message>
</context>
<context>
    <name>TabGroup</name>
    <message>
        <source>Open tabs</source>
        <translation>Ανοικτές καρτέλες</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Σήμερα</translation>
    </message>
    <message>
        <source>All tabs, {n} hidden</source>
        <translation>Όλες οι καρτέλες, {n} κρυφές</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>Κλείσιμο της καρτέλας</translation>
    </message>
</context>
<context>
    <name>TabGroups</name>
    <message>
        <source>Open tabs</source>
        <translation>Ανοικτές καρτέλες</translation>
    </message>
</context>
<context>
    <name>TagsEdit</name>
    <message>
        <source>Tags</source>
        <translation>Ετικέτες</translation>
    </message>
    <message>
        <source>Tags (comma-separated)</source>
        <translation>Ετικέτες, με κόμματα</translation>
    </message>
</context>
<context>
    <name>TermBaseList</name>
    <message>
        <source>Import Term Base…</source>
        <translation>Εισαγωγή βάσης όρων…</translation>
    </message>
    <message>
        <source>{name}: {n} entries in {languages}</source>
        <translation>{name}: {n} εγγραφές σε {languages}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Αφαίρεση</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Αφαίρεση: {name}</translation>
    </message>
    <message>
        <source>No term base has been imported.</source>
        <translation>Δεν έχει εισαχθεί βάση όρων.</translation>
    </message>
    <message>
        <source>Term bases (*.tbx *.tmx *.csv *.tsv *.txt *.rdf *.ttl *.nt *.xml)</source>
        <translation>Βάσεις όρων (*.tbx *.tmx *.csv *.tsv *.txt *.rdf *.ttl *.nt *.xml)</translation>
    </message>
    <message>
        <source>Import Term Base</source>
        <translation>Εισαγωγή βάσης όρων</translation>
    </message>
    <message>
        <source>Importing {file}…</source>
        <translation>Εισαγωγή {file}…</translation>
    </message>
</context>
<context>
    <name>TextOptions</name>
    <message>
        <source>You set bold and underlined text to mean emphasis.</source>
        <translation>Οι έντονες και υπογραμμισμένες λέξεις εδώ είναι έμφαση: το δηλώσατε εσείς.</translation>
    </message>
    <message>
        <source>You set bold and underlined text to mean changes.</source>
        <translation>Το έγγραφο επισημαίνει τις αλλαγές του: το δηλώσατε εσείς.</translation>
    </message>
    <message>
        <source>This text contains marked changes.</source>
        <translation>Το έγγραφο επισημαίνει τις αλλαγές του.</translation>
    </message>
    <message>
        <source>Emphasis only</source>
        <translation>Μόνο έμφαση</translation>
    </message>
    <message>
        <source>Our drafting</source>
        <translation>Η διατύπωσή μας</translation>
    </message>
    <message>
        <source>Columns: all {count}</source>
        <translation>Στήλες: όλες ({count})</translation>
    </message>
    <message>
        <source>Columns: {n} of {count}</source>
        <translation>Στήλες: {n} από {count}</translation>
    </message>
    <message>
        <source>With mark-up</source>
        <translation>Με επισημάνσεις</translation>
    </message>
    <message>
        <source>Before changes</source>
        <translation>Πριν από τις αλλαγές</translation>
    </message>
    <message>
        <source>After changes</source>
        <translation>Μετά τις αλλαγές</translation>
    </message>
    <message>
        <source>Interpret bold as…</source>
        <translation>Τι σημαίνουν οι έντονες λέξεις…</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>Όπως &amp;κρίθηκε</translation>
    </message>
    <message>
        <source>&amp;Changes: bold or underlined is new, struck through is deleted</source>
        <translation>Έντονες και υπογραμμισμένες λέξεις: &amp;νέες· διαγραμμένες: απαλειφθείσες</translation>
    </message>
    <message>
        <source>&amp;Emphasis only</source>
        <translation>Έντονες και υπογραμμισμένες λέξεις: έμ&amp;φαση</translation>
    </message>
    <message>
        <source>Column {n}</source>
        <translation>Στήλη {n}</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>Όλες οι στήλες</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>Pages</source>
        <translation>Σελίδες</translation>
    </message>
</context>
<context>
    <name>TickScrollBar</name>
    <message>
        <source>{n} paragraphs with matches</source>
        <translation>{n} παράγραφοι με αποτελέσματα</translation>
    </message>
</context>
<context>
    <name>TimelineDelegate</name>
    <message>
        <source>C  compare {old} with {new}</source>
        <translation>C  σύγκριση {old} με {new}</translation>
    </message>
    <message>
        <source>C  compare with {name}</source>
        <translation>C  σύγκριση με {name}</translation>
    </message>
    <message>
        <source>A  accept · Del  not this dossier</source>
        <translation>A  αποδοχή · Del  όχι αυτό</translation>
    </message>
</context>
<context>
    <name>TimelineList</name>
    <message>
        <source>&amp;Compare with Previous, or First and Last Selected</source>
        <translation>&amp;Σύγκριση με το προηγούμενο, ή του πρώτου με το τελευταίο επιλεγμένο</translation>
    </message>
    <message>
        <source>&amp;Move to Another Dossier…</source>
        <translation>&amp;Μετακίνηση της οικογένειάς του σε άλλον φάκελο…</translation>
    </message>
    <message>
        <source>Make a Separ&amp;ate Dossier</source>
        <translation>Η οικογένειά του να μείνει &amp;χωριστά</translation>
    </message>
    <message>
        <source>A&amp;ssign Automatically</source>
        <translation>Να ανήκει όπου λένε τα έ&amp;γγραφά της</translation>
    </message>
    <message>
        <source>A&amp;dd to This Dossier</source>
        <translation>Προσθήκη σε αυτόν τον &amp;φάκελο</translation>
    </message>
    <message>
        <source>&amp;Not This Dossier</source>
        <translation>Όχι &amp;αυτός ο φάκελος</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Διαθέσιμες ενέργειες</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>May belong to</source>
        <translation>Ίσως ανήκει σε</translation>
    </message>
    <message>
        <source>May belong here</source>
        <translation>Ίσως ανήκουν εδώ</translation>
    </message>
    <message>
        <source>the {n} most likely of {count}</source>
        <translation>τα {n} πιθανότερα από {count}</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline of the dossier</source>
        <translation>Χρονολόγιο του φακέλου</translation>
    </message>
    <message>
        <source>Documents of the dossier in order of time</source>
        <translation>Έγγραφα του φακέλου με χρονική σειρά</translation>
    </message>
    <message>
        <source>↑↓ select · Enter open · C compare · Shift+↑↓ select two · M move · S separate · U automatic</source>
        <translation>↑↓ επιλογή · Enter άνοιγμα · C σύγκριση · Shift+↑↓ δύο · M μετακίνηση · S χωριστά · U όπως λένε τα έγγραφα</translation>
    </message>
    <message>
        <source>The library has no earlier version of {name}. Select two documents to compare.</source>
        <translation>Δεν υπάρχει στη βιβλιοθήκη παλαιότερη μορφή του {name}. Επιλέξτε δύο έγγραφα προς σύγκριση.</translation>
    </message>
    <message>
        <source>Documents that are not in the library cannot be compared. Select two that are.</source>
        <translation>Έγγραφα που δεν είναι στη βιβλιοθήκη δεν συγκρίνονται. Επιλέξτε δύο που είναι.</translation>
    </message>
</context>
<context>
    <name>TodayController</name>
    <message>
        <source>Today</source>
        <translation>Σήμερα</translation>
    </message>
</context>
<context>
    <name>TodayModel</name>
    <message>
        <source>new</source>
        <translation>νέο</translation>
    </message>
    <message>
        <source>today</source>
        <translation>σήμερα</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>αύριο</translation>
    </message>
    <message>
        <source>in {n} days</source>
        <translation>σε {n} ημέρες</translation>
    </message>
    <message>
        <source>Next meeting</source>
        <translation>Επόμενη συνεδρίαση</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Προθεσμίες</translation>
    </message>
    <message>
        <source>Positions not cleared</source>
        <translation>Θέσεις που δεν έχουν εγκριθεί</translation>
    </message>
    <message>
        <source>no position</source>
        <translation>χωρίς θέση</translation>
    </message>
    <message>
        <source>{reference} · not in library</source>
        <translation>{reference} · δεν υπάρχει στη βιβλιοθήκη</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Εισαγωγή…</translation>
    </message>
    <message>
        <source>1 provision</source>
        <translation>1 διάταξη</translation>
    </message>
    <message>
        <source>{n} provisions</source>
        <translation>{n} διατάξεις</translation>
    </message>
    <message>
        <source>edited {when}</source>
        <translation>αλλαγή {when}</translation>
    </message>
    <message>
        <source>Draft {n}</source>
        <translation>Σχέδιο {n}</translation>
    </message>
    <message>
        <source>{n} since {day}</source>
        <translation>{n} από {day}</translation>
    </message>
    <message>
        <source>New documents</source>
        <translation>Νέα έγγραφα</translation>
    </message>
    <message>
        <source>What changed for us since {revision}</source>
        <translation>Τι άλλαξε για εμάς από το {revision}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Συνέχεια</translation>
    </message>
    <message>
        <source>last used</source>
        <translation>τελευταία χρήση</translation>
    </message>
    <message>
        <source>1 red line affected</source>
        <translation>1 κόκκινη γραμμή θίγεται</translation>
    </message>
    <message>
        <source>{n} red lines affected</source>
        <translation>{n} κόκκινες γραμμές θίγονται</translation>
    </message>
    <message>
        <source>{n} taken on board</source>
        <translation>{n} έγιναν δεκτές</translation>
    </message>
    <message>
        <source>{n} not taken on board</source>
        <translation>{n} δεν έγιναν δεκτές</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>Σήμερα</translation>
    </message>
    <message>
        <source>Speaking note…</source>
        <translation>Σημείωμα παρεμβάσεων…</translation>
    </message>
    <message>
        <source>Next meeting, deadlines, positions</source>
        <translation>Επόμενη συνεδρίαση, προθεσμίες, θέσεις</translation>
    </message>
    <message>
        <source>New documents, places last used</source>
        <translation>Νέα έγγραφα, τελευταία σημεία</translation>
    </message>
    <message>
        <source>J K select · Enter open · Space preview</source>
        <translation>J K επιλογή · Enter άνοιγμα · Διάστημα προεπισκόπηση</translation>
    </message>
    <message>
        <source>Nothing is due. Import documents, or open one from the library.</source>
        <translation>Δεν εκκρεμεί τίποτα. Εισαγάγετε έγγραφα ή ανοίξτε ένα από τη βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>1 deadline</source>
        <translation>1 προθεσμία</translation>
    </message>
    <message>
        <source>{n} deadlines</source>
        <translation>{n} προθεσμίες</translation>
    </message>
    <message>
        <source>1 new document</source>
        <translation>1 νέο έγγραφο</translation>
    </message>
    <message>
        <source>{n} new documents</source>
        <translation>{n} νέα έγγραφα</translation>
    </message>
    <message>
        <source>Start meeting</source>
        <translation>Έναρξη συνεδρίασης</translation>
    </message>
</context>
<context>
    <name>TourController</name>
    <message>
        <source>Back to My Library</source>
        <translation>Πίσω στη βιβλιοθήκη μου</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} από {count}</translation>
    </message>
    <message>
        <source>Skip Step</source>
        <translation>Παράλειψη βήματος</translation>
    </message>
    <message>
        <source>Search for a passage</source>
        <translation>Εύρεση χωρίου</translation>
    </message>
    <message>
        <source>Press {key}, type “{words}”, then press Enter to open the result.</source>
        <translation>Πατήστε {key}, γράψτε «{words}», και ανοίξτε με Enter αυτό που βρέθηκε.</translation>
    </message>
    <message>
        <source>Press {key}, type “{place}”, and press Enter. J and K move from paragraph to paragraph.</source>
        <translation>Πατήστε {key}, γράψτε «{place}», και πατήστε Enter. Με J και K πηγαίνετε από παράγραφο σε παράγραφο.</translation>
    </message>
    <message>
        <source>Go to a provision</source>
        <translation>Μετάβαση σε διάταξη</translation>
    </message>
    <message>
        <source>Press {key} on a paragraph and edit its text. Your changes are marked as you type.</source>
        <translation>Πατήστε {key} σε μια παράγραφο και αλλάξτε τη διατύπωσή της· οι αλλαγές επισημαίνονται καθώς γράφετε.</translation>
    </message>
    <message>
        <source>Make a drafting suggestion</source>
        <translation>Πρόταση διατύπωσης</translation>
    </message>
    <message>
        <source>Press {key}, check what will be circulated and what stays internal, then export to Word.</source>
        <translation>Πατήστε {key}: δείτε τι θα σταλεί και τι μένει εσωτερικό, και μετά γράψτε το αρχείο Word.</translation>
    </message>
    <message>
        <source>Export a position</source>
        <translation>Αποστολή θέσης</translation>
    </message>
    <message>
        <source>Press {library}, open {name} with Enter, then press {compare} to see what has changed.</source>
        <translation>Πατήστε {library}, ανοίξτε το {name} με Enter, και πατήστε {compare}: βλέπετε τι απέγινε το κείμενο.</translation>
    </message>
    <message>
        <source>Compare the revision</source>
        <translation>Η αναθεώρηση</translation>
    </message>
    <message>
        <source>Tour complete</source>
        <translation>Η ξενάγηση ολοκληρώθηκε</translation>
    </message>
    <message>
        <source>Select a paragraph, press {key} and type a note. Esc returns to the text.</source>
        <translation>Επιλέξτε μια παράγραφο, πατήστε {key} και γράψτε μια σημείωση. Με Esc επιστρέφετε στο κείμενο.</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Προσθέστε μια σημείωση</translation>
    </message>
    <message>
        <source>You have searched, made a note, drafted, exported and compared. {commands} lists all other commands, {meeting} starts meeting mode, and the samples are yours to experiment with.</source>
        <translation>Κάνατε αναζήτηση, σημείωση, διατύπωση, εξαγωγή και σύγκριση. Το {commands} εμφανίζει όλες τις άλλες εντολές, το {meeting} ξεκινά τη λειτουργία συνεδρίασης, και τα δείγματα είναι δικά σας για δοκιμές.</translation>
    </message>
</context>
<context>
    <name>TourStrip</name>
    <message>
        <source>Tour</source>
        <translation>Ξενάγηση</translation>
    </message>
    <message>
        <source>Close Tour</source>
        <translation>Τέλος ξενάγησης</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undone: {what}</source>
        <translation>Αναιρέθηκε: {what}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Αναίρεση</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Επανάληψη</translation>
    </message>
    <message>
        <source>This is not on the screen: {what}</source>
        <translation>Αυτό δεν φαίνεται στην οθόνη: {what}</translation>
    </message>
    <message>
        <source>Redone: {what}</source>
        <translation>Επαναλήφθηκε: {what}</translation>
    </message>
    <message>
        <source>Nothing more to undo in this field</source>
        <translation>Τίποτε άλλο προς αναίρεση σε αυτό το πεδίο</translation>
    </message>
    <message>
        <source>Nothing more to redo in this field</source>
        <translation>Τίποτε άλλο προς επανάληψη σε αυτό το πεδίο</translation>
    </message>
    <message>
        <source>&amp;Undo {what}</source>
        <translation>&amp;Αναίρεση: {what}</translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation>&amp;Επανάληψη: {what}</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>Library locked. Passphrase:</source>
        <translation>Η βιβλιοθήκη είναι κλειδωμένη. Η φράση πρόσβασής της:</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Φράση πρόσβασης</translation>
    </message>
    <message>
        <source>Show &amp;passphrase</source>
        <translation>Εμφάνιση της &amp;φράσης πρόσβασης</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Έξ&amp;οδος</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Ξεκλείδωμα</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>&amp;Back</source>
        <translation>Πί&amp;σω</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Ένα λεπτό…</translation>
    </message>
    <message>
        <source>Wrong passphrase.</source>
        <translation>Λάθος φράση πρόσβασης.</translation>
    </message>
</context>
<context>
    <name>Unpacking</name>
    <message>
        <source>Import Package</source>
        <translation>Εισαγωγή πακέτου</translation>
    </message>
    <message>
        <source>Package contents</source>
        <translation>Περιεχόμενα του πακέτου</translation>
    </message>
    <message>
        <source>Import progress</source>
        <translation>Πρόοδος της παραλαβής</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Α&amp;κύρωση</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Παραλαβή</translation>
    </message>
</context>
<context>
    <name>UnpackingDialog</name>
    <message>
        <source>{file}, created by {person}, {moment}</source>
        <translation>{file}, πακέτο από {person}, {moment}</translation>
    </message>
    <message>
        <source>It contains internal notes, included on purpose. Do not pass it on.</source>
        <translation>Περιέχει εσωτερικές σημειώσεις, που περιελήφθησαν σκοπίμως. Μην το προωθήσετε.</translation>
    </message>
    <message>
        <source>new: {n}</source>
        <translation>νέα: {n}</translation>
    </message>
    <message>
        <source>changed: {n}</source>
        <translation>άλλαξαν: {n}</translation>
    </message>
    <message>
        <source>changed on both sides: {n}</source>
        <translation>άλλαξαν και στις δύο πλευρές: {n}</translation>
    </message>
    <message>
        <source>withdrawn: {n}</source>
        <translation>αποσύρθηκαν: {n}</translation>
    </message>
    <message>
        <source>already in library: {n}</source>
        <translation>υπάρχουν ήδη στη βιβλιοθήκη: {n}</translation>
    </message>
    <message>
        <source>removed here, not imported: {n}</source>
        <translation>αφαιρέθηκαν εδώ, δεν εισάγονται: {n}</translation>
    </message>
    <message>
        <source>ours, unchanged: {n}</source>
        <translation>δικά μας, αμετάβλητα: {n}</translation>
    </message>
    <message>
        <source>documents included: {n}</source>
        <translation>έγγραφα που περιλαμβάνονται: {n}</translation>
    </message>
    <message>
        <source>term bases: {n}</source>
        <translation>βάσεις όρων: {n}</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>είναι κενό</translation>
    </message>
    <message>
        <source>Your own notes and positions are not changed. Those of others are shown next to them, with their names.</source>
        <translation>Τίποτα δικό σας δεν αλλάζει: ό,τι έγραψαν άλλοι εμφανίζεται δίπλα, με το όνομά τους.</translation>
    </message>
    <message>
        <source>This package has been imported before; importing it again does no harm.</source>
        <translation>Το πακέτο αυτό έχει ήδη παραληφθεί· η επανάληψη δεν βλάπτει.</translation>
    </message>
    <message>
        <source>Waiting for their documents to be imported: {n}.</source>
        <translation>Σε αναμονή έως ότου εισαχθούν τα έγγραφά τους: {n}.</translation>
    </message>
    <message>
        <source>Left out, because they are not notes or position entries: {n}.</source>
        <translation>Παραλείφθηκαν, επειδή δεν είναι σημειώσεις ή σημεία θέσης: {n}.</translation>
    </message>
    <message>
        <source>It was created by a newer version of Delegate Desk. Content unknown to this version is left out.</source>
        <translation>Δημιουργήθηκε από νεότερη έκδοση: όσα δεν γνωρίζει η δική σας παραλείπονται.</translation>
    </message>
    <message>
        <source>Not signed: created by Delegate Desk 0.8. It does not prove who created it.</source>
        <translation>Χωρίς υπογραφή: δημιουργήθηκε με το Delegate Desk 0.8. Δεν αποδεικνύει ποιος το δημιούργησε.</translation>
    </message>
    <message>
        <source>Signed by {person}, whose key you compared on {date}.</source>
        <translation>Με υπογραφή: {person}· συγκρίνατε το κλειδί στις {date}.</translation>
    </message>
    <message>
        <source>Signed by {person}. Key not compared yet: {words}. Compare it under People in the preferences.</source>
        <translation>Με υπογραφή: {person}. Το κλειδί δεν έχει συγκριθεί ακόμη: {words}. Συγκρίνετέ το στα Άτομα των προτιμήσεων.</translation>
    </message>
    <message>
        <source>Sealed: only recipients can open it.</source>
        <translation>Σφραγισμένο: το ανοίγουν μόνο οι παραλήπτες.</translation>
    </message>
    <message>
        <source>Changed on both sides: theirs is shown next to ours</source>
        <translation>Άλλαξαν και στις δύο πλευρές: τα δικά τους εμφανίζονται δίπλα στα δικά μας</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Νέα</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Άλλαξαν</translation>
    </message>
    <message>
        <source>Withdrawn by the author</source>
        <translation>Αποσύρθηκαν από όποιον τα έγραψε</translation>
    </message>
    <message>
        <source>Removed here, not imported</source>
        <translation>Αφαιρέθηκαν εδώ, δεν εισάγονται</translation>
    </message>
    <message>
        <source>Ours, unchanged</source>
        <translation>Δικά μας, αμετάβλητα</translation>
    </message>
    <message>
        <source>Already in library</source>
        <translation>Υπάρχουν ήδη</translation>
    </message>
    <message>
        <source>Documents included</source>
        <translation>Έγγραφα που περιλαμβάνονται</translation>
    </message>
    <message>
        <source>Documents not in library</source>
        <translation>Έγγραφα εκτός βιβλιοθήκης</translation>
    </message>
    <message>
        <source>Term bases; those of the same name are replaced</source>
        <translation>Βάσεις όρων· όσες έχουν το ίδιο όνομα αντικαθίστανται</translation>
    </message>
    <message>
        <source>… and {n} more</source>
        <translation>… και {n} ακόμη</translation>
    </message>
    <message>
        <source>note</source>
        <translation>σημείωση</translation>
    </message>
    <message>
        <source>position entry</source>
        <translation>σημείο θέσης</translation>
    </message>
    <message>
        <source>waiting for its document</source>
        <translation>σε αναμονή του εγγράφου της</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>Παραλαβή: {file}</translation>
    </message>
</context>
<context>
    <name>UnplacedDialog</name>
    <message>
        <source>Unplaced Notes</source>
        <translation>Όσα δεν έχουν θέση στο κείμενο</translation>
    </message>
    <message>
        <source>Accept the suggested place, or go to the right paragraph and attach the note there. Nothing is lost.</source>
        <translation>Δεχθείτε την προτεινόμενη θέση, ή πηγαίνετε στην παράγραφο όπου ανήκει και ορίστε την εκεί. Τίποτα δεν χάνεται.</translation>
    </message>
    <message>
        <source>Our position</source>
        <translation>Η θέση μας</translation>
    </message>
    <message>
        <source>Attach to {place}</source>
        <translation>Ορισμός: {place}</translation>
    </message>
    <message>
        <source>Attach to Current Paragraph</source>
        <translation>Ορισμός στην τρέχουσα παράγραφο</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Απόρριψη</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>Your last changes are not saved: the library cannot be written to.</source>
        <translation>Οι τελευταίες αλλαγές σας δεν αποθηκεύτηκαν: η εγγραφή στη βιβλιοθήκη δεν είναι δυνατή.</translation>
    </message>
    <message>
        <source>Free some disk space and they will be saved automatically. Or copy them and store them elsewhere.</source>
        <translation>Ελευθερώστε χώρο στον δίσκο, και αποθηκεύεται αυτομάτως. Ή αντιγράψτε το και φυλάξτε το αλλού.</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Παραμονή</translation>
    </message>
    <message>
        <source>&amp;Copy and Stay</source>
        <translation>Αντι&amp;γραφή και παραμονή</translation>
    </message>
    <message>
        <source>Close &amp;Without Saving</source>
        <translation>&amp;Κλείσιμο χωρίς αποθήκευση</translation>
    </message>
</context>
<context>
    <name>VerdictChips</name>
    <message>
        <source>What changed</source>
        <translation>Τι άλλαξε</translation>
    </message>
    <message>
        <source>Show only {what}</source>
        <translation>Μόνο {what}</translation>
    </message>
    <message>
        <source>Show only these · key {n}</source>
        <translation>Μόνο αυτά · πλήκτρο {n}</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>Μόνο αυτά</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Versions of Our Position</source>
        <translation>Εκδόσεις της θέσης μας</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Εκδόσεις</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Ιστορικό</translation>
    </message>
    <message>
        <source>The older version</source>
        <translation>Η παλαιότερη έκδοση</translation>
    </message>
    <message>
        <source>to</source>
        <translation>με</translation>
    </message>
    <message>
        <source>The newer version</source>
        <translation>Η νεότερη έκδοση</translation>
    </message>
    <message>
        <source>Fields to show</source>
        <translation>Πεδία που εμφανίζονται</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Διαφορές</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>all fields</source>
        <translation>όλα τα πεδία</translation>
    </message>
    <message>
        <source>general comments, notes</source>
        <translation>γενικές παρατηρήσεις, σημειώσεις</translation>
    </message>
    <message>
        <source>No changes yet.</source>
        <translation>Καμία αλλαγή ακόμη.</translation>
    </message>
    <message>
        <source>There is only one version. Once marked as sent, it is archived and can be compared.</source>
        <translation>Υπάρχει μία έκδοση. Μόλις σημανθεί ως απεσταλμένη, φυλάσσεται όπως εστάλη, προς σύγκριση.</translation>
    </message>
    <message>
        <source>No differences.</source>
        <translation>Καμία διαφορά.</translation>
    </message>
    <message>
        <source>1 position entry differs</source>
        <translation>1 σημείο θέσης διαφέρει</translation>
    </message>
    <message>
        <source>{n} position entries differ</source>
        <translation>{n} σημεία θέσης διαφέρουν</translation>
    </message>
</context>
<context>
    <name>Vote</name>
    <message>
        <source>Voting calculator</source>
        <translation>Υπολογισμός ψηφοφορίας</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Κανόνας</translation>
    </message>
    <message>
        <source>Reference year</source>
        <translation>Έτος αναφοράς</translation>
    </message>
    <message>
        <source>Participating members</source>
        <translation>Μέλη που συμμετέχουν</translation>
    </message>
    <message>
        <source>Rest in Favour</source>
        <translation>Οι άλλοι υπέρ</translation>
    </message>
    <message>
        <source>Count all undeclared members as in favour</source>
        <translation>Όσα μέλη δεν έχουν δηλώσει να θεωρηθούν υπέρ</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Επαναφορά</translation>
    </message>
    <message>
        <source>Reset all votes</source>
        <translation>Μηδενισμός όλων των ψήφων</translation>
    </message>
    <message>
        <source>Population Figures…</source>
        <translation>Στοιχεία πληθυσμού…</translation>
    </message>
    <message>
        <source>View and edit the population figures</source>
        <translation>Προβολή και επεξεργασία των στοιχείων πληθυσμού</translation>
    </message>
    <message>
        <source>Details and sources</source>
        <translation>Λεπτομέρειες και πηγές</translation>
    </message>
    <message>
        <source>Show or hide the combinations and the sources</source>
        <translation>Εμφάνιση ή απόκρυψη των συνδυασμών και των πηγών</translation>
    </message>
</context>
<context>
    <name>VoteCalculator</name>
    <message>
        <source>+ for · − against · 0 abstain · Del undeclared · / participating or not · two letters: jump to a member</source>
        <translation>+ υπέρ · − κατά · 0 αποχή · Del χωρίς δήλωση · / συμμετέχει ή όχι · δύο γράμματα: μετάβαση σε μέλος</translation>
    </message>
    <message>
        <source>For example: {sets}</source>
        <translation>Για παράδειγμα: {sets}</translation>
    </message>
    <message>
        <source>Article 238(3) TFEU: only those who take part are counted.</source>
        <translation>Άρθρο 238 παράγραφος 3 ΣΛΕΕ: υπολογίζονται μόνο όσοι συμμετέχουν.</translation>
    </message>
</context>
<context>
    <name>VotePane</name>
    <message>
        <source>Vote: state of play</source>
        <translation>Ψηφοφορία, προς το παρόν</translation>
    </message>
    <message>
        <source>Calculator…</source>
        <translation>Υπολογισμός…</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Ψηφοφορία</translation>
    </message>
    <message>
        <source>Enter the vote member by member</source>
        <translation>Υπολογισμός της ψηφοφορίας ανά μέλος</translation>
    </message>
    <message>
        <source>{no_result} In favour: support, can accept. Against: oppose, red line, reservation. All others, including scrutiny reservations and conditional support, count as undeclared.</source>
        <translation>{no_result} Υπέρ: υποστήριξη, μπορεί να γίνει δεκτό. Κατά: αντίθεση, κόκκινη γραμμή, επιφύλαξη. Όλοι οι άλλοι, και με επιφύλαξη εξέτασης ή υποστήριξη υπό όρους, λογίζονται ως χωρίς δήλωση.</translation>
    </message>
    <message>
        <source>Vote · {place}</source>
        <translation>Ψηφοφορία · {place}</translation>
    </message>
</context>
<context>
    <name>WatchedFoldersController</name>
    <message>
        <source>Watch Folder</source>
        <translation>Παρακολούθηση φακέλου</translation>
    </message>
    <message>
        <source>Watching {names}</source>
        <translation>Παρακολούθηση: {names}</translation>
    </message>
    <message>
        <source>{name} was imported.</source>
        <translation>Εισήχθη: {name}.</translation>
    </message>
    <message>
        <source>From a watched folder</source>
        <translation>Από φάκελο υπό παρακολούθηση</translation>
    </message>
</context>
<context>
    <name>WelcomeController</name>
    <message>
        <source>Your library is empty. Drop files here, or choose one of these.</source>
        <translation>Η βιβλιοθήκη σας είναι κενή. Σύρετε αρχεία εδώ ή επιλέξτε ένα από αυτά.</translation>
    </message>
    <message>
        <source>Your library is empty</source>
        <translation>Η βιβλιοθήκη σας είναι κενή</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Καλώς ήρθατε</translation>
    </message>
    <message>
        <source>Import documents…</source>
        <translation>Εισαγωγή εγγράφων…</translation>
    </message>
    <message>
        <source>PDF, Word, web pages, text, archives and emails. You can also drop them here.</source>
        <translation>PDF, Word, ιστοσελίδες, κείμενα, συμπιεσμένα αρχεία και μηνύματα· ή σύρετέ τα οπουδήποτε εδώ.</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Παρακολούθηση φακέλου…</translation>
    </message>
    <message>
        <source>New files, for example downloads, are imported automatically.</source>
        <translation>Ό,τι τοποθετείται σε αυτόν εισάγεται αυτομάτως, όπως οι λήψεις σας.</translation>
    </message>
    <message>
        <source>Try the sample library</source>
        <translation>Περιήγηση στα δείγματα</translation>
    </message>
    <message>
        <source>Fictitious documents and a six-step tour.</source>
        <translation>Επινοημένα έγγραφα για δοκιμή, με ξενάγηση έξι βημάτων.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Καλώς ήρθατε</translation>
    </message>
    <message>
        <source>Skip (Esc)</source>
        <translation>Παράλειψη (Esc)</translation>
    </message>
    <message>
        <source>Skip this page, Escape</source>
        <translation>Παράλειψη της σελίδας, Escape</translation>
    </message>
    <message>
        <source>Find any passage in your Council documents, note what matters, and export your delegation’s position to Word.</source>
        <translation>Βρείτε οποιοδήποτε χωρίο στα έγγραφα του Συμβουλίου, σημειώστε ό,τι σας ενδιαφέρει, και στείλτε τη θέση της αντιπροσωπίας σας ως αρχείο Word.</translation>
    </message>
</context>
<context>
    <name>WindowMemory</name>
    <message>
        <source>{before} tabs are now {now}: one per document.</source>
        <translation>Από {before} καρτέλες έμειναν {now}: μία για κάθε έγγραφο.</translation>
    </message>
</context>
<context>
    <name>WrittenComments</name>
    <message>
        <source>Document</source>
        <translation>Έγγραφο</translation>
    </message>
    <message>
        <source>&amp;Delegations</source>
        <translation>&amp;Ποιου είναι</translation>
    </message>
    <message>
        <source>Country codes, such as EL or EL, CY</source>
        <translation>Κωδικοί, όπως EL ή EL, CY</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>Αναγνωρίστηκε</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Εισαγωγή</translation>
    </message>
</context>
<context>
    <name>_PageListModel</name>
    <message>
        <source>page {n} of {of}</source>
        <translation>σελίδα {n} από {of}</translation>
    </message>
</context>
<context>
    <name>_PassphraseDialog</name>
    <message>
        <source>Enter a passphrase.</source>
        <translation>Συμπληρώστε τη φράση πρόσβασης.</translation>
    </message>
    <message>
        <source>The passphrases do not match.</source>
        <translation>Οι δύο φράσεις δεν είναι ίδιες.</translation>
    </message>
</context>
<context>
    <name>_TitleEdit</name>
    <message>
        <source>Title of the tab</source>
        <translation>Τίτλος της καρτέλας</translation>
    </message>
    <message>
        <source>Title of the document</source>
        <translation>Τίτλος του εγγράφου</translation>
    </message>
</context>
<context>
    <name>_ViewStack</name>
    <message>
        <source>Compare</source>
        <translation>Σύγκριση</translation>
    </message>
    <message>
        <source>What changed for us</source>
        <translation>Τι άλλαξε για εμάς</translation>
    </message>
    <message>
        <source>Check notes</source>
        <translation>Έλεγχος σημειώσεων</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Θέση</translation>
    </message>
    <message>
        <source>Written comments</source>
        <translation>Γραπτές παρατηρήσεις</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Χρονολόγιο</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>About Delegate Desk</source>
        <translation>Πληροφορίες για το Delegate Desk</translation>
    </message>
    <message>
        <source>Delegate Desk {version}</source>
        <translation>Delegate Desk {version}</translation>
    </message>
    <message>
        <source>Council documents on the delegate’s own desk. It opens no network connection.</source>
        <translation>Τα έγγραφα του Συμβουλίου στο γραφείο του αντιπροσώπου. Δεν ανοίγει σύνδεση δικτύου.</translation>
    </message>
    <message>
        <source>Built on open-source software: Qt, Python, fonts and icons.</source>
        <translation>Στηρίζεται στην εργασία πολλών άλλων, από το Qt και την Python έως τα γράμματα και τα εικονίδιά του.</translation>
    </message>
    <message>
        <source>&amp;Licences…</source>
        <translation>Ά&amp;δειες χρήσης…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>application</name>
    <message>
        <source>The library {folder} was not found.</source>
        <translation>Η βιβλιοθήκη {folder} δεν βρέθηκε.</translation>
    </message>
    <message>
        <source>If it is on a USB stick or another drive, connect it and try again. Nothing was created.</source>
        <translation>Αν βρίσκεται σε στικάκι ή σε άλλον δίσκο, συνδέστε τον και ελέγξτε πάλι. Δεν δημιουργήθηκε τίποτα.</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>Έλεγχος &amp;ξανά</translation>
    </message>
    <message>
        <source>Create &amp;New Library There</source>
        <translation>&amp;Νέα βιβλιοθήκη εκεί</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Έξ&amp;οδος</translation>
    </message>
</context>
<context>
    <name>browsewords</name>
    <message>
        <source>Kind</source>
        <translation>Είδος</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Ετικέτα</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Κατάσταση</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>Ορατότητα</translation>
    </message>
    <message>
        <source>Reservation by</source>
        <translation>Επιφύλαξη από</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Φάκελος</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Έγγραφο</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Δημιουργία</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Προθεσμία</translation>
    </message>
    <message>
        <source>By document</source>
        <translation>Ανά έγγραφο</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Ανά είδος</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>Ανά ετικέτα</translation>
    </message>
    <message>
        <source>By dossier</source>
        <translation>Ανά φάκελο</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>Ανά κατάσταση</translation>
    </message>
    <message>
        <source>By due day</source>
        <translation>Ανά προθεσμία</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ανοικτά</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Έγιναν</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Εσωτερικά</translation>
    </message>
    <message>
        <source>Circulation</source>
        <translation>Κυκλοφορία</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Σήμερα</translation>
    </message>
    <message>
        <source>Up to a week ago</source>
        <translation>Έως πριν από μία εβδομάδα</translation>
    </message>
    <message>
        <source>Up to a month ago</source>
        <translation>Έως πριν από έναν μήνα</translation>
    </message>
    <message>
        <source>Up to a year ago</source>
        <translation>Έως πριν από ένα έτος</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Παλαιότερα</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Εκπρόθεσμα</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Αύριο</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Αργότερα</translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation>Χωρίς προθεσμία</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>δική μας</translation>
    </message>
    <message>
        <source>Without a deadline</source>
        <translation>Χωρίς προθεσμία</translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation>Χωρίς ετικέτα</translation>
    </message>
    <message>
        <source>today {hour}</source>
        <translation>σήμερα {hour}</translation>
    </message>
    <message>
        <source>tomorrow {hour}</source>
        <translation>αύριο {hour}</translation>
    </message>
</context>
<context>
    <name>carrying</name>
    <message>
        <source>To check</source>
        <translation>Προς έλεγχο</translation>
    </message>
    <message>
        <source>Paragraph deleted</source>
        <translation>Η παράγραφος απαλείφθηκε</translation>
    </message>
    <message>
        <source>Deleted by an earlier revision</source>
        <translation>Διαγράφηκαν από προηγούμενη αναθεώρηση</translation>
    </message>
    <message>
        <source>Left on previous revision</source>
        <translation>Έμειναν στην προηγούμενη αναθεώρηση</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Τοποθετήθηκαν</translation>
    </message>
    <message>
        <source>once placed there, it is carried over here</source>
        <translation>μόλις τοποθετηθεί εκεί, μεταφέρεται εδώ</translation>
    </message>
    <message>
        <source>To check in {name}</source>
        <translation>Προς έλεγχο στο {name}</translation>
    </message>
    <message>
        <source>{old}, now {new}</source>
        <translation>{old}, νυν {new}</translation>
    </message>
    <message>
        <source>{thing} on {place}</source>
        <translation>{thing}: {place}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Έγινε</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Εμφάνιση</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>Καμία θέση</translation>
    </message>
    <message>
        <source>was</source>
        <translation>πριν</translation>
    </message>
    <message>
        <source>now</source>
        <translation>τώρα</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>πρόταση</translation>
    </message>
    <message>
        <source>Our position</source>
        <translation>Η θέση μας</translation>
    </message>
    <message>
        <source>Intervention</source>
        <translation>Παρέμβαση</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>green</source>
        <translation>πράσινο</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>κίτρινο</translation>
    </message>
    <message>
        <source>red</source>
        <translation>κόκκινο</translation>
    </message>
</context>
<context>
    <name>comparewords</name>
    <message>
        <source>1 uncertain</source>
        <translation>1 αβέβαιη</translation>
    </message>
    <message>
        <source>{n} uncertain</source>
        <translation>{n} αβέβαιες</translation>
    </message>
    <message>
        <source>1 with incorrect mark-up</source>
        <translation>1 με ανακριβείς επισημάνσεις</translation>
    </message>
    <message>
        <source>{n} with incorrect mark-up</source>
        <translation>{n} με ανακριβείς επισημάνσεις</translation>
    </message>
    <message>
        <source>1 differs in number, structure or length</source>
        <translation>1 διαφέρει σε αριθμούς, δομή ή έκταση</translation>
    </message>
    <message>
        <source>{n} differ in number, structure or length</source>
        <translation>{n} διαφέρουν σε αριθμούς, δομή ή έκταση</translation>
    </message>
    <message>
        <source>same words, found once in each text</source>
        <translation>ίδιες λέξεις, μία φορά σε κάθε κείμενο</translation>
    </message>
    <message>
        <source>same surrounding paragraphs</source>
        <translation>ίδιες γειτονικές παράγραφοι</translation>
    </message>
    <message>
        <source>same place</source>
        <translation>ίδια θέση</translation>
    </message>
    <message>
        <source>closest match in the other text</source>
        <translation>η πλησιέστερη στο άλλο κείμενο</translation>
    </message>
    <message>
        <source>words split over several paragraphs, or merged from several</source>
        <translation>λέξεις που μοιράζονται σε πολλές παραγράφους ή ενώνονται από πολλές</translation>
    </message>
    <message>
        <source>no counterpart in the other text</source>
        <translation>χωρίς αντίστοιχο στο άλλο κείμενο</translation>
    </message>
    <message>
        <source>similar text differs on a key point: a number, a negation, an institution</source>
        <translation>ό,τι της μοιάζει διαφέρει στα ουσιώδη: αριθμός, άρνηση, θεσμικό όργανο</translation>
    </message>
    <message>
        <source>several equally similar paragraphs</source>
        <translation>πολλές εξίσου παρόμοιες παράγραφοι</translation>
    </message>
    <message>
        <source>marked as new, but already in the earlier text</source>
        <translation>επισημαίνεται ως νέο, αλλά υπήρχε στο προηγούμενο κείμενο</translation>
    </message>
    <message>
        <source>new, but not marked</source>
        <translation>νέο, αλλά χωρίς επισήμανση</translation>
    </message>
    <message>
        <source>marked as deleted, but not in the earlier text</source>
        <translation>επισημαίνεται ως απαλειφθέν, αλλά δεν υπήρχε στο προηγούμενο κείμενο</translation>
    </message>
    <message>
        <source>deleted, but not marked</source>
        <translation>απαλείφθηκε, αλλά χωρίς επισήμανση</translation>
    </message>
    <message>
        <source>different numbers</source>
        <translation>διαφορετικοί αριθμοί</translation>
    </message>
    <message>
        <source>different structure</source>
        <translation>διαφορετική δομή</translation>
    </message>
    <message>
        <source>different length</source>
        <translation>διαφορετική έκταση</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>αβέβαιο</translation>
    </message>
    <message>
        <source>1 added</source>
        <translation>νέα 1</translation>
    </message>
    <message>
        <source>{n} added</source>
        <translation>νέες {n}</translation>
    </message>
    <message>
        <source>1 deleted</source>
        <translation>απαλειφθείσα 1</translation>
    </message>
    <message>
        <source>{n} deleted</source>
        <translation>απαλειφθείσες {n}</translation>
    </message>
    <message>
        <source>1 reworded</source>
        <translation>αναδιατυπωμένη 1</translation>
    </message>
    <message>
        <source>{n} reworded</source>
        <translation>αναδιατυπωμένες {n}</translation>
    </message>
    <message>
        <source>1 split</source>
        <translation>διαιρεμένη 1</translation>
    </message>
    <message>
        <source>{n} split</source>
        <translation>διαιρεμένες {n}</translation>
    </message>
    <message>
        <source>1 merged</source>
        <translation>συγχωνευμένη 1</translation>
    </message>
    <message>
        <source>{n} merged</source>
        <translation>συγχωνευμένες {n}</translation>
    </message>
    <message>
        <source>1 moved</source>
        <translation>μετακινημένη 1</translation>
    </message>
    <message>
        <source>{n} moved</source>
        <translation>μετακινημένες {n}</translation>
    </message>
    <message>
        <source>1 renumbered only</source>
        <translation>με νέα αρίθμηση μόνον 1</translation>
    </message>
    <message>
        <source>{n} renumbered only</source>
        <translation>με νέα αρίθμηση μόνον {n}</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>προς έλεγχο</translation>
    </message>
    <message>
        <source>no place, as you decided</source>
        <translation>χωρίς θέση, όπως αποφασίσατε</translation>
    </message>
    <message>
        <source>paragraph deleted</source>
        <translation>η παράγραφος απαλείφθηκε</translation>
    </message>
    <message>
        <source>placed by you</source>
        <translation>τοποθετήθηκε από εσάς</translation>
    </message>
    <message>
        <source>{verdict}, quoted words deleted</source>
        <translation>{verdict}, οι λέξεις του απαλείφθηκαν</translation>
    </message>
    <message>
        <source>deleted in {name}</source>
        <translation>διαγράφηκε στο {name}</translation>
    </message>
    <message>
        <source>perhaps back, to check</source>
        <translation>ίσως και πάλι στο κείμενο, προς έλεγχο</translation>
    </message>
    <message>
        <source>in the text again</source>
        <translation>και πάλι στο κείμενο</translation>
    </message>
    <message>
        <source>There was nothing to carry over.</source>
        <translation>Δεν υπήρχε τίποτα προς μεταφορά.</translation>
    </message>
    <message>
        <source>1 placed</source>
        <translation>1 τοποθετήθηκε</translation>
    </message>
    <message>
        <source>{n} placed</source>
        <translation>{n} τοποθετήθηκαν</translation>
    </message>
    <message>
        <source>1 to check</source>
        <translation>1 προς έλεγχο</translation>
    </message>
    <message>
        <source>{n} to check</source>
        <translation>{n} προς έλεγχο</translation>
    </message>
    <message>
        <source>1 on deleted text</source>
        <comment>notes and lines that were carried over</comment>
        <translation>1 σε κείμενο που απαλείφθηκε</translation>
    </message>
    <message>
        <source>{n} on deleted text</source>
        <comment>notes and lines that were carried over</comment>
        <translation>{n} σε κείμενο που απαλείφθηκε</translation>
    </message>
    <message>
        <source>1 deleted earlier</source>
        <translation>1 είχε διαγραφεί νωρίτερα</translation>
    </message>
    <message>
        <source>{n} deleted earlier</source>
        <translation>{n} είχαν διαγραφεί νωρίτερα</translation>
    </message>
    <message>
        <source>1 to check in {name}</source>
        <translation>1 προς έλεγχο στο {name}</translation>
    </message>
    <message>
        <source>{n} to check in {name}</source>
        <translation>{n} προς έλεγχο στο {name}</translation>
    </message>
    <message>
        <source>1 more</source>
        <translation>1 ακόμη</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} ακόμη</translation>
    </message>
    <message>
        <source>compared in {n} s</source>
        <translation>σύγκριση σε {n} s</translation>
    </message>
    <message>
        <source>1 paragraph</source>
        <translation>1 παράγραφος</translation>
    </message>
    <message>
        <source>{n} paragraphs</source>
        <translation>{n} παράγραφοι</translation>
    </message>
    <message>
        <source>{old} → {new} paragraphs</source>
        <translation>{old} → {new} παράγραφοι</translation>
    </message>
    <message>
        <source>only in {language}</source>
        <translation>μόνο στα {language}</translation>
    </message>
    <message>
        <source>1 equivalent</source>
        <translation>1 ισοδύναμη</translation>
    </message>
    <message>
        <source>{n} equivalent</source>
        <translation>{n} ισοδύναμες</translation>
    </message>
    <message>
        <source>1 footnote</source>
        <translation>1 υποσημείωση</translation>
    </message>
    <message>
        <source>{n} footnotes</source>
        <translation>{n} υποσημειώσεις</translation>
    </message>
    <message>
        <source>1 unchanged</source>
        <translation>ίδια 1</translation>
    </message>
    <message>
        <source>{n} unchanged</source>
        <translation>ίδιες {n}</translation>
    </message>
</context>
<context>
    <name>consequences</name>
    <message>
        <source>{total}, all unchanged</source>
        <translation>{total}, όλες ίδιες</translation>
    </message>
    <message>
        <source>Our proposals</source>
        <translation>Οι προτάσεις μας</translation>
    </message>
    <message>
        <source>Our red lines</source>
        <translation>Οι κόκκινες γραμμές μας</translation>
    </message>
    <message>
        <source>Our reservations</source>
        <translation>Οι επιφυλάξεις μας</translation>
    </message>
    <message>
        <source>Other delegations’ proposals</source>
        <translation>Προτάσεις άλλων αντιπροσωπιών</translation>
    </message>
    <message>
        <source>Deleted by an earlier revision</source>
        <translation>Διαγράφηκαν από προηγούμενη αναθεώρηση</translation>
    </message>
    <message>
        <source>Notes and questions</source>
        <translation>Σημειώσεις και ερωτήματα</translation>
    </message>
    <message>
        <source>Requested in meetings and now in the text</source>
        <translation>Ζητήθηκαν σε συνεδριάσεις και περιέχονται πλέον στο κείμενο</translation>
    </message>
    <message>
        <source>All other changes</source>
        <translation>Όλες οι λοιπές αλλαγές</translation>
    </message>
    <message>
        <source>New paragraphs</source>
        <translation>Νέες παράγραφοι</translation>
    </message>
    <message>
        <source>1 paragraph was renumbered.</source>
        <translation>1 παράγραφος έλαβε νέα αρίθμηση.</translation>
    </message>
    <message>
        <source>{n} paragraphs were renumbered.</source>
        <translation>{n} παράγραφοι έλαβαν νέα αρίθμηση.</translation>
    </message>
    <message>
        <source>Nothing that concerns us changed.</source>
        <translation>Δεν άλλαξε τίποτα που μας αφορά.</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Όλες οι αλλαγές</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Έγιναν</translation>
    </message>
    <message>
        <source>Check note</source>
        <translation>Έλεγχος σημείωσης</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Διατήρηση</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Άνοιγμα</translation>
    </message>
    <message>
        <source>Draft on this paragraph</source>
        <translation>Διατύπωση για την παράγραφο</translation>
    </message>
    <message>
        <source>Our proposal on {place}</source>
        <translation>Η πρότασή μας: {place}</translation>
    </message>
    <message>
        <source>{who} on {place}</source>
        <translation>{who}: {place}</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>πρόταση</translation>
    </message>
    <message>
        <source>now</source>
        <translation>τώρα</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>απαλείφθηκε</translation>
    </message>
    <message>
        <source>in {place}</source>
        <translation>σε: {place}</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>προς έλεγχο</translation>
    </message>
    <message>
        <source>affected</source>
        <translation>θίγεται</translation>
    </message>
    <message>
        <source>in another language: unknown</source>
        <translation>άλλη γλώσσα: δεν είναι γνωστό</translation>
    </message>
    <message>
        <source>unaffected</source>
        <translation>δεν θίγεται</translation>
    </message>
    <message>
        <source>was</source>
        <translation>πριν</translation>
    </message>
    <message>
        <source>in the text</source>
        <translation>στο κείμενο</translation>
    </message>
    <message>
        <source>was {place}</source>
        <translation>πριν: {place}</translation>
    </message>
</context>
<context>
    <name>context</name>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} από {count}</translation>
    </message>
    <message>
        <source>from {name}, {place}</source>
        <translation>από το {name}, {place}</translation>
    </message>
    <message>
        <source>on {name}, {place}</source>
        <translation>για το {name}, {place}</translation>
    </message>
    <message>
        <source>footnote {label}: </source>
        <translation>υποσημείωση {label}: </translation>
    </message>
    <message>
        <source>{reference} is not in the library</source>
        <translation>Το {reference} δεν είναι στη βιβλιοθήκη</translation>
    </message>
    <message>
        <source>For the text</source>
        <translation>Υπέρ του κειμένου</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Με επιφύλαξη</translation>
    </message>
    <message>
        <source>Against the text</source>
        <translation>Κατά του κειμένου</translation>
    </message>
    <message>
        <source>With us</source>
        <translation>Μαζί μας</translation>
    </message>
    <message>
        <source>Against us</source>
        <translation>Απέναντί μας</translation>
    </message>
    <message>
        <source>Would have a majority with {members}</source>
        <translation>Θα είχε πλειοψηφία με {members}</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Άλλοι</translation>
    </message>
    <message>
        <source>Revisions of this paragraph</source>
        <translation>Αναθεωρήσεις της παραγράφου</translation>
    </message>
    <message>
        <source>Same provision elsewhere</source>
        <translation>Η ίδια διάταξη αλλού</translation>
    </message>
    <message>
        <source> · current</source>
        <translation> · τρέχουσα</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Γλώσσες</translation>
    </message>
    <message>
        <source>{language} only</source>
        <translation>μόνο {language}</translation>
    </message>
    <message>
        <source>Open in {language}</source>
        <translation>Άνοιγμα: {language}</translation>
    </message>
    <message>
        <source>Only {place} corresponds</source>
        <translation>Αντιστοιχεί μόνο: {place}</translation>
    </message>
    <message>
        <source>Footnotes and references</source>
        <translation>Υποσημειώσεις και παραπομπές</translation>
    </message>
    <message>
        <source>none</source>
        <translation>καμία</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Εισαγωγή…</translation>
    </message>
    <message>
        <source>Drafting</source>
        <translation>Διατύπωση</translation>
    </message>
    <message>
        <source>Internal: {text}</source>
        <translation>Εσωτερικό: {text}</translation>
    </message>
    <message>
        <source>Our position</source>
        <translation>Η θέση μας</translation>
    </message>
    <message>
        <source>Origin of our position</source>
        <translation>Προέλευση της θέσης μας</translation>
    </message>
    <message>
        <source>Next draft</source>
        <translation>Επόμενο σχέδιο</translation>
    </message>
    <message>
        <source>from a note; the first edit puts it into our position</source>
        <translation>από σημείωση· η πρώτη αλλαγή την εντάσσει στη θέση μας</translation>
    </message>
    <message>
        <source>Sent on {day}</source>
        <translation>Εστάλη στις {day}</translation>
    </message>
    <message>
        <source>Our position on {name}</source>
        <translation>Η θέση μας για το {name}</translation>
    </message>
    <message>
        <source>Start draft {n}</source>
        <translation>Έναρξη σχεδίου {n}</translation>
    </message>
    <message>
        <source>Could join us</source>
        <translation>Θα μπορούσαν να συνταχθούν μαζί μας</translation>
    </message>
    <message>
        <source>Our side has a qualified majority</source>
        <translation>Η πλευρά μας έχει ειδική πλειοψηφία</translation>
    </message>
    <message>
        <source>Our side is a blocking minority</source>
        <translation>Η πλευρά μας αποτελεί μειοψηφία αρνησικυρίας</translation>
    </message>
    <message>
        <source>Would block with {members}</source>
        <translation>Θα μπορούσε να εμποδίσει την έγκριση με: {members}</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Πίνακας θέσεων</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Σημειώσεις</translation>
    </message>
    <message>
        <source>Recitals, articles and terms</source>
        <translation>Αιτιολογικές σκέψεις, άρθρα και όροι</translation>
    </message>
    <message>
        <source>This term is not used in the articles.</source>
        <translation>Ο όρος αυτός δεν χρησιμοποιείται στα άρθρα.</translation>
    </message>
    <message>
        <source>used before it is defined</source>
        <translation>χρησιμοποιείται πριν οριστεί</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Αναίρεση</translation>
    </message>
</context>
<context>
    <name>contribution</name>
    <message>
        <source>Without a place</source>
        <translation>Χωρίς διάταξη</translation>
    </message>
    <message>
        <source>By provision</source>
        <translation>Ανά διάταξη</translation>
    </message>
    <message>
        <source>General comments</source>
        <translation>Γενικές παρατηρήσεις</translation>
    </message>
    <message>
        <source>no delegation named</source>
        <translation>χωρίς αντιπροσωπία</translation>
    </message>
    <message>
        <source>no provision named</source>
        <translation>χωρίς διάταξη</translation>
    </message>
    <message>
        <source>new · {paper}</source>
        <translation>νέα · {paper}</translation>
    </message>
    <message>
        <source>drafting</source>
        <translation>διατύπωση</translation>
    </message>
    <message>
        <source>on</source>
        <translation>για</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 εγγραφή</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} εγγραφές</translation>
    </message>
    <message>
        <source>1 drafting suggestion</source>
        <translation>1 διατύπωση</translation>
    </message>
    <message>
        <source>{n} drafting suggestions</source>
        <translation>{n} διατυπώσεις</translation>
    </message>
    <message>
        <source>1 comment</source>
        <translation>1 παρατήρηση</translation>
    </message>
    <message>
        <source>{n} comments</source>
        <translation>{n} παρατηρήσεις</translation>
    </message>
    <message>
        <source>1 entry has no place yet; suggestions will be shown</source>
        <translation>1 εγγραφή δεν έχει ακόμη διάταξη· θα εμφανιστούν προτάσεις</translation>
    </message>
    <message>
        <source>{n} entries have no place yet; suggestions will be shown</source>
        <translation>{n} εγγραφές δεν έχουν ακόμη διάταξη· θα εμφανιστούν προτάσεις</translation>
    </message>
    <message>
        <source>All entries have a place</source>
        <translation>Όλες οι εγγραφές έχουν διάταξη</translation>
    </message>
    <message>
        <source>Delegations: {codes}</source>
        <translation>Αντιπροσωπίες: {codes}</translation>
    </message>
    <message>
        <source>Some entries do not name a delegation</source>
        <translation>Ορισμένες εγγραφές δεν αναφέρουν αντιπροσωπία</translation>
    </message>
</context>
<context>
    <name>dossierwords</name>
    <message>
        <source>revision {n}</source>
        <translation>αναθεώρηση {n}</translation>
    </message>
    <message>
        <source>addendum</source>
        <translation>προσθήκη</translation>
    </message>
    <message>
        <source>corrigendum</source>
        <translation>διορθωτικό</translation>
    </message>
    <message>
        <source>added manually</source>
        <translation>προστέθηκε με το χέρι</translation>
    </message>
    <message>
        <source>not in library; implied by a later revision</source>
        <translation>εκτός βιβλιοθήκης· το δείχνει μεταγενέστερη αναθεώρηση</translation>
    </message>
    <message>
        <source>not in library; cited in {names}</source>
        <translation>εκτός βιβλιοθήκης· αναφέρεται από {names}</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 σημείωση</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} σημειώσεις</translation>
    </message>
    <message>
        <source>position on {n}</source>
        <translation>θέση για {n}</translation>
    </message>
    <message>
        <source>{n} interventions</source>
        <translation>παρεμβάσεις: {n}</translation>
    </message>
    <message>
        <source>1 document</source>
        <translation>1 έγγραφο</translation>
    </message>
    <message>
        <source>{n} documents</source>
        <translation>{n} έγγραφα</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} έως {last}</translation>
    </message>
    <message>
        <source>{n} not in library</source>
        <translation>εκτός βιβλιοθήκης: {n}</translation>
    </message>
    <message>
        <source>cites the file {said}</source>
        <translation>αναφέρει τον φάκελο {said}</translation>
    </message>
    <message>
        <source>also concerns {said}</source>
        <translation>αφορά και {said}</translation>
    </message>
    <message>
        <source>cites {said}</source>
        <translation>αναφέρει {said}</translation>
    </message>
    <message>
        <source>is cited in {said}</source>
        <translation>αναφέρεται από {said}</translation>
    </message>
    <message>
        <source>similar subject: {said}</source>
        <translation>παρόμοιο θέμα: {said}</translation>
    </message>
    <message>
        <source>same subject codes: {said}</source>
        <translation>ίδιοι θεματικοί κωδικοί: {said}</translation>
    </message>
    <message>
        <source>from the same period</source>
        <translation>της ίδιας περιόδου</translation>
    </message>
    <message>
        <source>superseded by {revision}</source>
        <translation>αντικαταστάθηκε από {revision}</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>it is password-protected; save it without a password and import it again</source>
        <translation>προστατεύεται με κωδικό· αποθηκεύστε το χωρίς κωδικό και εισαγάγετέ το πάλι</translation>
    </message>
    <message>
        <source>it is damaged and cannot be opened</source>
        <translation>έχει καταστραφεί και δεν ανοίγει</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>είναι πολύ μεγάλο</translation>
    </message>
    <message>
        <source>it contains no text</source>
        <translation>δεν περιέχει κείμενο</translation>
    </message>
    <message>
        <source>this file type is not supported; save it as PDF, .docx, .html or .txt</source>
        <translation>αυτό το είδος αρχείου δεν υποστηρίζεται· αποθηκεύστε το ως PDF, .docx, .html ή .txt</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>δεν διαβάζεται</translation>
    </message>
    <message>
        <source>it is classified, and classified documents must not be stored here</source>
        <translation>είναι διαβαθμισμένο, και διαβαθμισμένα έγγραφα δεν επιτρέπεται να φυλάσσονται εδώ</translation>
    </message>
    <message>
        <source>{file_name} was not imported: {reason}.</source>
        <translation>Το {file_name} δεν εισήχθη: {reason}.</translation>
    </message>
    <message>
        <source>it is an OpenDocument text; save it as .docx and import that</source>
        <translation>είναι κείμενο OpenDocument· αποθηκεύστε το ως .docx και εισαγάγετε εκείνο</translation>
    </message>
    <message>
        <source>it is in an old word-processor format; save it as .docx and import that</source>
        <translation>είναι σε μορφή παλαιού επεξεργαστή κειμένου· αποθηκεύστε το ως .docx και εισαγάγετε εκείνο</translation>
    </message>
    <message>
        <source>it is an image; convert it to a searchable PDF (OCR) and import that</source>
        <translation>είναι εικόνα· αποθηκεύστε την ως PDF με πρόγραμμα αναγνώρισης κειμένου και εισαγάγετε εκείνο</translation>
    </message>
    <message>
        <source>this archive format is not supported; extract it and import the folder, or use .zip</source>
        <translation>αυτή η μορφή συμπίεσης δεν υποστηρίζεται· αποσυμπιέστε το και εισαγάγετε τον φάκελο, ή χρησιμοποιήστε .zip</translation>
    </message>
    <message>
        <source>it is a Pages document; export it as Word or PDF and import that</source>
        <translation>είναι στη μορφή του Pages· εξαγάγετέ το ως Word ή PDF και εισαγάγετε εκείνο</translation>
    </message>
    <message>
        <source>it is a package from a colleague; import it with File &gt; Library &gt; Import Package</source>
        <translation>είναι πακέτο συναδέλφου· παραλάβετέ το με Αρχείο &gt; Βιβλιοθήκη &gt; Άνοιγμα πακέτου</translation>
    </message>
    <message>
        <source>it does not exist or cannot be read</source>
        <translation>δεν υπάρχει ή δεν διαβάζεται</translation>
    </message>
    <message>
        <source>it is not a Word file; save it as .docx or .dotx</source>
        <translation>δεν είναι αρχείο Word· αποθηκεύστε το ως .docx ή .dotx</translation>
    </message>
    <message>
        <source>it is encrypted or in an old format; save it as .docx without a password</source>
        <translation>είναι κρυπτογραφημένο ή σε παλαιά μορφή· αποθηκεύστε το ως .docx χωρίς κωδικό</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>έχει καταστραφεί</translation>
    </message>
    <message>
        <source>it contains macros; save it as .docx or .dotx</source>
        <translation>έχει μακροεντολές· αποθηκεύστε το ως .docx ή .dotx</translation>
    </message>
    <message>
        <source>it links to external images or text; embed them</source>
        <translation>παίρνει εικόνες ή κείμενα από αλλού· ενσωματώστε τα</translation>
    </message>
    <message>
        <source>it contains an embedded object; replace it with an image</source>
        <translation>περιέχει ενσωματωμένο αντικείμενο άλλου προγράμματος· μετατρέψτε το σε εικόνα</translation>
    </message>
    <message>
        <source>it contains comments or tracked changes; resolve them first</source>
        <translation>περιέχει σχόλια ή παρακολουθούμενες αλλαγές· διευθετήστε τα πρώτα</translation>
    </message>
    <message>
        <source>The template {file_name} cannot be used: {reason}.</source>
        <translation>Το πρότυπο {file_name} δεν μπορεί να χρησιμοποιηθεί: {reason}.</translation>
    </message>
    <message>
        <source>{file_name} is already in the library as {name}.</source>
        <translation>Το {file_name} είναι ήδη στη βιβλιοθήκη, ως {name}.</translation>
    </message>
    <message>
        <source>{file_name} is already in the library as {name}. Its missing or damaged original has been restored.</source>
        <translation>Το {file_name} είναι στη βιβλιοθήκη, ως {name}: το πρωτότυπό του, που έλειπε ή είχε καταστραφεί, είναι πάλι ακέραιο.</translation>
    </message>
    <message>
        <source>Counted twice: {codes}.</source>
        <translation>Μετρώνται δύο φορές: {codes}.</translation>
    </message>
    <message>
        <source>Counted, but not participating in the vote: {codes}.</source>
        <translation>Μετρώνται, αλλά δεν συμμετέχουν στην ψηφοφορία: {codes}.</translation>
    </message>
    <message>
        <source>Abstention declared for a member that does not abstain: {codes}.</source>
        <translation>Εδώ δηλώνεται αποχή μέλους που δεν απέχει: {codes}.</translation>
    </message>
    <message>
        <source>A vote needs at least one participating member.</source>
        <translation>Για ψηφοφορία χρειάζονται μέλη που συμμετέχουν.</translation>
    </message>
    <message>
        <source>There is no position on {name} yet.</source>
        <translation>Δεν υπάρχει ακόμη θέση για το {name}.</translation>
    </message>
    <message>
        <source>The position on {name} has been sent. Edit it to start the next version, which can then be cleared.</source>
        <translation>Η θέση για το {name} έχει σταλεί: με μια αλλαγή αρχίζει η επόμενη έκδοσή της, που μπορεί να εγκριθεί.</translation>
    </message>
    <message>
        <source>The position on {name} has been withdrawn. Edit it to start a new draft.</source>
        <translation>Η θέση για το {name} έχει αποσυρθεί: με μια αλλαγή αρχίζει νέο σχέδιο.</translation>
    </message>
    <message>
        <source>Enter who cleared the position on {name}.</source>
        <translation>Δηλώστε ποιος ενέκρινε τη θέση για το {name}.</translation>
    </message>
    <message>
        <source>Enter the recipient of the position on {name}.</source>
        <translation>Δηλώστε σε ποιον εστάλη η θέση για το {name}.</translation>
    </message>
    <message>
        <source>The figures were not saved: {detail} is missing.</source>
        <translation>Οι αριθμοί δεν φυλάχθηκαν: λείπει {detail}.</translation>
    </message>
    <message>
        <source>The figures were not saved: {detail} was not a member in that year.</source>
        <translation>Οι αριθμοί δεν φυλάχθηκαν: το {detail} δεν είναι μέλος εκείνο το έτος.</translation>
    </message>
    <message>
        <source>The figures were not saved: {detail} has no population.</source>
        <translation>Οι αριθμοί δεν φυλάχθηκαν: το {detail} δεν έχει πληθυσμό.</translation>
    </message>
    <message>
        <source>The figures were not saved: the percentages add up to {detail}, not to 100.</source>
        <translation>Οι αριθμοί δεν φυλάχθηκαν: το άθροισμα των ποσοστών είναι {detail}, όχι 100.</translation>
    </message>
    <message>
        <source>The figures were not saved: enter their source.</source>
        <translation>Οι αριθμοί δεν φυλάσσονται χωρίς την πηγή τους.</translation>
    </message>
    <message>
        <source>it is not a Delegate Desk backup</source>
        <translation>δεν είναι αντίγραφο ασφαλείας του Delegate Desk</translation>
    </message>
    <message>
        <source>it is damaged or incomplete</source>
        <translation>έχει καταστραφεί ή δεν είναι πλήρες</translation>
    </message>
    <message>
        <source>it was made by a newer version of Delegate Desk</source>
        <translation>δημιουργήθηκε από νεότερη έκδοση του Delegate Desk</translation>
    </message>
    <message>
        <source>it contains files that do not belong in a backup</source>
        <translation>περιέχει αρχεία που δεν ανήκουν σε αντίγραφο ασφαλείας</translation>
    </message>
    <message>
        <source>{file} was not restored: {reason}.</source>
        <translation>Η επαναφορά του {file} δεν έγινε: {reason}.</translation>
    </message>
    <message>
        <source>it is not a Delegate Desk package</source>
        <translation>δεν είναι πακέτο του Delegate Desk</translation>
    </message>
    <message>
        <source>it is damaged or incomplete; ask for it again</source>
        <translation>έχει καταστραφεί ή δεν είναι πλήρες· ζητήστε το πάλι</translation>
    </message>
    <message>
        <source>it has been altered; ask for it again</source>
        <translation>έχει αλλοιωθεί· ζητήστε το πάλι</translation>
    </message>
    <message>
        <source>it was created by a newer version of Delegate Desk; update this one, or ask for an older format</source>
        <translation>δημιουργήθηκε από νεότερη έκδοση του Delegate Desk· ενημερώστε τη δική σας ή ζητήστε παλαιότερη μορφή</translation>
    </message>
    <message>
        <source>it is too large, packed or unpacked</source>
        <translation>είναι πολύ μεγάλο, ή θα ήταν μετά το άνοιγμα</translation>
    </message>
    <message>
        <source>it contains file names that do not belong in a package</source>
        <translation>περιέχει ονόματα αρχείων που δεν ανήκουν σε πακέτο</translation>
    </message>
    <message>
        <source>its contents are not valid</source>
        <translation>τα περιεχόμενά του δεν είναι έγκυρα</translation>
    </message>
    <message>
        <source>{file_name} was not imported: {reason}. The library is unchanged.</source>
        <translation>Το {file_name} δεν παραλήφθηκε: {reason}. Η βιβλιοθήκη είναι όπως πριν.</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>έχει υπερβολικά πολλά επίπεδα</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>δεν είναι JSON</translation>
    </message>
    <message>
        <source>it contains no notes</source>
        <translation>δεν περιέχει σημειώσεις</translation>
    </message>
    <message>
        <source>{name} is not in the library.</source>
        <translation>Το {name} δεν είναι στη βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>{name} is in the library in several languages: {languages}.</source>
        <translation>Το {name} υπάρχει σε πολλές γλώσσες: {languages}.</translation>
    </message>
    <message>
        <source>“{code}” is not the code of an official language of the Union, such as en or el.</source>
        <translation>Το «{code}» δεν είναι κωδικός επίσημης γλώσσας της Ένωσης, όπως en ή el.</translation>
    </message>
    <message>
        <source>“{typed}” was not found in {name}.</source>
        <translation>Το «{typed}» δεν βρέθηκε στο {name}.</translation>
    </message>
    <message>
        <source>These words do not occur in that paragraph of {name}.</source>
        <translation>Οι λέξεις αυτές δεν υπάρχουν σε εκείνη την παράγραφο του {name}.</translation>
    </message>
    <message>
        <source>“{typed}” is not valid in this field.</source>
        <translation>Το «{typed}» δεν είναι έγκυρο σε αυτό το πεδίο.</translation>
    </message>
    <message>
        <source>{old} and {new} could not be compared ({detail}).</source>
        <translation>Δεν έγινε σύγκριση του {old} με το {new} ({detail}).</translation>
    </message>
    <message>
        <source>Choose a different document to carry notes over to: both are {name}.</source>
        <translation>Οι σημειώσεις μεταφέρονται σε άλλο έγγραφο: και τα δύο είναι {name}.</translation>
    </message>
    <message>
        <source>Delegate Desk did not export it, or what identifies it was removed</source>
        <translation>δεν εξήχθη από το Delegate Desk ή αφαιρέθηκε το στοιχείο που το προσδιορίζει</translation>
    </message>
    <message>
        <source>Meeting {name} is not in the library.</source>
        <translation>Η συνεδρίαση {name} δεν είναι στη βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>No changes were read from {file_name}: {reason}.</source>
        <translation>Δεν διαβάστηκαν αλλαγές από το {file_name}: {reason}.</translation>
    </message>
    <message>
        <source>No comments on {name} were recognised in {paper}.</source>
        <translation>Δεν αναγνωρίστηκαν στο {paper} παρατηρήσεις για το {name}.</translation>
    </message>
    <message>
        <source>Set {variable} to the new passphrase, or run this in a terminal, which asks for it.</source>
        <translation>Ορίστε τη νέα φράση πρόσβασης στη μεταβλητή {variable} ή εκτελέστε την εντολή σε τερματικό, όπου θα σας ζητηθεί.</translation>
    </message>
    <message>
        <source>The key of {person} is not known yet. Import a package from them first, then seal yours to them.</source>
        <translation>Το κλειδί του ατόμου {person} δεν είναι ακόμη γνωστό. Εισαγάγετε πρώτα ένα πακέτο του και έπειτα σφραγίστε το δικό σας.</translation>
    </message>
    <message>
        <source>The library {folder} was not opened: the path of its folder has more than {longest} characters, so Windows would refuse some of its files. Move it to a folder with a shorter path.</source>
        <translation>Η βιβλιοθήκη {folder} δεν ανοίγει, επειδή η διαδρομή του φακέλου της έχει περισσότερους από {longest} χαρακτήρες και τα Windows δεν θα δέχονταν ορισμένα αρχεία της: μετακινήστε την σε φάκελο με συντομότερη διαδρομή.</translation>
    </message>
    <message>
        <source>The policies set on this computer cannot be read ({detail}). Tell your administrator.</source>
        <translation>Οι πολιτικές αυτού του υπολογιστή δεν μπορούν να διαβαστούν ({detail}). Ενημερώστε τον διαχειριστή σας.</translation>
    </message>
    <message>
        <source>There is no term base called “{name}”.</source>
        <translation>Δεν υπάρχει βάση όρων με το όνομα «{name}».</translation>
    </message>
    <message>
        <source>Your administrator does not allow shared folders.</source>
        <translation>Ο διαχειριστής σας δεν επιτρέπει κοινόχρηστους φακέλους.</translation>
    </message>
    <message>
        <source>Your administrator has set the delegation: {detail}.</source>
        <translation>Ο διαχειριστής σας έχει ορίσει την αντιπροσωπία: {detail}.</translation>
    </message>
    <message>
        <source>Your administrator has set the folder of the library: {detail}. No other can be opened.</source>
        <translation>Ο διαχειριστής σας έχει ορίσει τον φάκελο της βιβλιοθήκης: {detail}. Δεν ανοίγει καμία άλλη.</translation>
    </message>
    <message>
        <source>Your administrator has set the template: {detail}.</source>
        <translation>Ο διαχειριστής σας έχει ορίσει το πρότυπο: {detail}.</translation>
    </message>
    <message>
        <source>Your administrator requires an encrypted library. Set a passphrase for {detail} first.</source>
        <translation>Ο διαχειριστής σας απαιτεί κρυπτογραφημένη βιβλιοθήκη. Ορίστε πρώτα φράση πρόσβασης για τη βιβλιοθήκη {detail}.</translation>
    </message>
    <message>
        <source>Your administrator requires an encrypted library. {detail} stays encrypted.</source>
        <translation>Ο διαχειριστής σας απαιτεί κρυπτογραφημένη βιβλιοθήκη. Η βιβλιοθήκη {detail} μένει κρυπτογραφημένη.</translation>
    </message>
    <message>
        <source>it gives no amending instruction on it</source>
        <translation>δεν περιέχει τροποποιητική οδηγία γι’ αυτό</translation>
    </message>
    <message>
        <source>it has no terms in two official languages of the Union</source>
        <translation>δεν έχει όρους σε δύο επίσημες γλώσσες της Ένωσης</translation>
    </message>
    <message>
        <source>it is a {detail} file under another name; rename it to {detail} and import it again</source>
        <translation>είναι αρχείο {detail} με άλλο όνομα· μετονομάστε το σε {detail} και εισαγάγετέ το ξανά</translation>
    </message>
    <message>
        <source>it is an Outlook appointment without text or attachments; create the meeting with Meeting &gt; New Meeting</source>
        <translation>είναι συνάντηση του Outlook χωρίς κείμενο ή συνημμένα· δημιουργήστε τη συνεδρίαση με Συνεδρίαση &gt; Νέα συνεδρίαση</translation>
    </message>
    <message>
        <source>it is an Outlook contact, not a document; copy what you need into a note</source>
        <translation>είναι επαφή του Outlook, όχι έγγραφο· αντιγράψτε ό,τι χρειάζεστε σε σημείωση</translation>
    </message>
    <message>
        <source>it is an Outlook task or note without text or attachments; type it as a note with a deadline</source>
        <translation>είναι εργασία ή σημείωση του Outlook χωρίς κείμενο ή συνημμένα· πληκτρολογήστε την ως σημείωση με προθεσμία</translation>
    </message>
    <message>
        <source>it is in another language</source>
        <translation>είναι σε άλλη γλώσσα</translation>
    </message>
    <message>
        <source>it is not a term base in TBX, TMX, CSV, TSV or SKOS</source>
        <translation>δεν είναι βάση όρων σε μορφή TBX, TMX, CSV, TSV ή SKOS</translation>
    </message>
    <message>
        <source>it is not accessible to you</source>
        <translation>δεν έχετε πρόσβαση</translation>
    </message>
    <message>
        <source>it is on another document</source>
        <translation>αφορά άλλο έγγραφο</translation>
    </message>
    <message>
        <source>it is read-only</source>
        <translation>επιτρέπεται μόνο η ανάγνωση</translation>
    </message>
    <message>
        <source>it is sealed to other people; ask the sender to seal it to you</source>
        <translation>είναι σφραγισμένο για άλλους· ζητήστε από τον αποστολέα να το σφραγίσει για εσάς</translation>
    </message>
    <message>
        <source>it has no position of ours, or an earlier version of the program made it</source>
        <translation>δεν περιέχει θέση μας ή το έφτιαξε προηγούμενη έκδοση του προγράμματος</translation>
    </message>
    <message>
        <source>there is not enough disk space</source>
        <translation>δεν υπάρχει αρκετός χώρος στον δίσκο</translation>
    </message>
    <message>
        <source>{amending} cannot be applied to {base}: {reason}.</source>
        <translation>Το {amending} δεν μπορεί να εφαρμοστεί στο {base}: {reason}.</translation>
    </message>
    <message>
        <source>{code} is not a delegation code.</source>
        <translation>Το {code} δεν είναι κωδικός αντιπροσωπίας.</translation>
    </message>
    <message>
        <source>{file_name} was not imported as a term base: {reason}.</source>
        <translation>Το {file_name} δεν εισήχθη ως βάση όρων: {reason}.</translation>
    </message>
    <message>
        <source>{folder} is inside the library. Choose a folder outside it.</source>
        <translation>Ο φάκελος {folder} βρίσκεται μέσα στη βιβλιοθήκη. Επιλέξτε φάκελο έξω από αυτή.</translation>
    </message>
    <message>
        <source>{name} is not a four-column document.</source>
        <translation>Το {name} δεν είναι έγγραφο τεσσάρων στηλών.</translation>
    </message>
    <message>
        <source>{name} is not an agenda: it lists no agenda items.</source>
        <translation>Το {name} δεν είναι ημερήσια διάταξη: δεν απαριθμεί σημεία συνεδρίασης.</translation>
    </message>
    <message>
        <source>The agenda of {body} has no item {number}.</source>
        <translation>Η ημερήσια διάταξη ({body}) δεν έχει σημείο {number}.</translation>
    </message>
    <message>
        <source>Meeting {reference} already exists, in the trash.</source>
        <translation>Υπάρχει ήδη συνεδρίαση {reference}, στον κάδο.</translation>
    </message>
    <message>
        <source>Meeting {reference} already exists.</source>
        <translation>Υπάρχει ήδη συνεδρίαση {reference}.</translation>
    </message>
    <message>
        <source>The library {folder} cannot be written to: {reason}.</source>
        <translation>Η εγγραφή στη βιβλιοθήκη {folder} δεν είναι δυνατή: {reason}.</translation>
    </message>
    <message>
        <source>The library {folder} was written by a newer version of Delegate Desk and was not changed. Update Delegate Desk to open it.</source>
        <translation>Η βιβλιοθήκη {folder} γράφτηκε από νεότερη έκδοση του Delegate Desk και δεν άλλαξε. Ενημερώστε το Delegate Desk για να ανοίξει.</translation>
    </message>
    <message>
        <source>The library {folder} is damaged ({reason}) and was not changed.</source>
        <translation>Η βιβλιοθήκη {folder} έχει βλάβη ({reason})· μένει ως έχει.</translation>
    </message>
    <message>
        <source>Another program is using the library {folder}. Try again.</source>
        <translation>Άλλο πρόγραμμα γράφει στη βιβλιοθήκη {folder}· δοκιμάστε πάλι.</translation>
    </message>
    <message>
        <source>There is not enough disk space for the library {folder}. Nothing already saved is lost.</source>
        <translation>Δεν υπάρχει πλέον χώρος για τη βιβλιοθήκη {folder}· τίποτα από όσα αποθηκεύτηκαν δεν χάνεται.</translation>
    </message>
    <message>
        <source>{file} could not be saved: {reason}. The existing file is unchanged.</source>
        <translation>Το {file} δεν γράφτηκε: {reason}. Ό,τι υπήρχε εκεί είναι άθικτο.</translation>
    </message>
    <message>
        <source>{file} is open in another program. Close it there, or delete {mark} if no program has the file open.</source>
        <translation>Το {file} είναι ανοικτό σε άλλο πρόγραμμα: κλείστε το πρώτα εκεί ή, αν το {mark} έχει ξεχαστεί, διαγράψτε το.</translation>
    </message>
    <message>
        <source>{file} is open in another program. Close it there first.</source>
        <translation>Το {file} είναι ανοικτό σε άλλο πρόγραμμα: κλείστε το πρώτα εκεί.</translation>
    </message>
    <message>
        <source>There is no position on {name} to export.</source>
        <translation>Δεν υπάρχει θέση για το {name} προς εξαγωγή.</translation>
    </message>
    <message>
        <source>A phrase needs a keyword and a text.</source>
        <translation>Μια έτοιμη φράση χρειάζεται λέξη-κλειδί και κείμενο.</translation>
    </message>
    <message>
        <source>Our position on {name} has no version {version}.</source>
        <translation>Η θέση μας για το {name} δεν έχει έκδοση {version}.</translation>
    </message>
    <message>
        <source>No delegation has taken a position in the meeting of {body} yet, so there is no matrix.</source>
        <translation>Κανείς δεν πήρε θέση ακόμη στη συνεδρίαση ({body}): δεν υπάρχει πίνακας θέσεων.</translation>
    </message>
    <message>
        <source>There is no complete population table for {year}. Available: {known}.</source>
        <translation>Δεν υπάρχει πλήρης πίνακας πληθυσμών για το {year}· υπάρχουν πίνακες για {known}.</translation>
    </message>
    <message>
        <source>{file_name} could not be saved: choose one of the file types {known}.</source>
        <translation>Το {file_name} δεν αποθηκεύτηκε: επιλέξτε έναν από τους τύπους αρχείου {known}.</translation>
    </message>
    <message>
        <source>This was written by someone else. You can reply to it, copy it or remove it.</source>
        <translation>Αυτό το έγραψε άλλο άτομο: απαντήστε, αντιγράψτε το ή αφαιρέστε το.</translation>
    </message>
    <message>
        <source>“{typed}” does not match exactly one person. Enter the full name.</source>
        <translation>Το «{typed}» δεν αντιστοιχεί σε ένα μόνο άτομο. Γράψτε ολόκληρο το όνομα.</translation>
    </message>
    <message>
        <source>The library {folder} could not be backed up: {reason}. Existing backups are unchanged.</source>
        <translation>Το αντίγραφο ασφαλείας της βιβλιοθήκης {folder} δεν φυλάχθηκε: {reason}. Όσα υπάρχουν μένουν ως έχουν.</translation>
    </message>
    <message>
        <source>{folder} is not empty. Choose a new folder for the backup.</source>
        <translation>Ο φάκελος {folder} δεν είναι κενός. Επιλέξτε νέο φάκελο για το αντίγραφο.</translation>
    </message>
    <message>
        <source>{file} could not be saved: choose a new file outside the library. Only an older backup can be replaced.</source>
        <translation>Το {file} δεν γράφτηκε: επιλέξτε νέο αρχείο εκτός της βιβλιοθήκης· αντικαθίσταται μόνο παλαιότερο αντίγραφο ασφαλείας.</translation>
    </message>
    <message>
        <source>The second backup location, {folder}, is not available.</source>
        <translation>Η δεύτερη θέση για αντίγραφα ασφαλείας, {folder}, δεν είναι διαθέσιμη.</translation>
    </message>
    <message>
        <source>{folder} cannot be used as a shared folder: it is not available, or it is inside the library.</source>
        <translation>Ο φάκελος {folder} δεν μπορεί να είναι κοινόχρηστος: δεν είναι τώρα διαθέσιμος, ή βρίσκεται μέσα στην ίδια τη βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>{folder} does not contain a library. Choose the folder of a library.</source>
        <translation>Ο φάκελος {folder} δεν περιέχει βιβλιοθήκη: επιλέξτε τον φάκελο όπου φυλάσσεται μια βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>The library {folder} is not available. Connect the drive it is on.</source>
        <translation>Η βιβλιοθήκη {folder} δεν είναι τώρα διαθέσιμη: συνδέστε το στικάκι ή τον δίσκο όπου βρίσκεται.</translation>
    </message>
    <message>
        <source>The library {folder} was not opened: it is on a network share ({file_system}), where a database can be damaged. Move it to a folder on this computer, with the share as second backup location, and work with others by package or shared folder.</source>
        <translation>Η βιβλιοθήκη {folder} δεν ανοίγει, επειδή βρίσκεται σε κοινόχρηστο δίσκο δικτύου ({file_system}), όπου μια βάση δεδομένων μπορεί να υποστεί βλάβη: κρατήστε την σε φάκελο αυτού του υπολογιστή, με τον κοινόχρηστο δίσκο ως δεύτερη θέση των αντιγράφων ασφαλείας, και συνεργαστείτε με άλλους με πακέτα ή κοινόχρηστο φάκελο.</translation>
    </message>
    <message>
        <source>The library {folder} is encrypted. Enter its passphrase.</source>
        <translation>Η βιβλιοθήκη {folder} είναι κρυπτογραφημένη: ανοίγει με τη φράση πρόσβασής της.</translation>
    </message>
    <message>
        <source>Wrong passphrase for the library {folder}.</source>
        <translation>Λάθος φράση πρόσβασης για τη βιβλιοθήκη {folder}.</translation>
    </message>
    <message>
        <source>A passphrase needs at least {least} characters; several words are best.</source>
        <translation>Η φράση πρόσβασης χρειάζεται τουλάχιστον {least} χαρακτήρες· το καλύτερο είναι πολλές λέξεις.</translation>
    </message>
    <message>
        <source>The settings could not be saved in {file}: {reason}. The previous settings remain.</source>
        <translation>Οι ρυθμίσεις δεν φυλάχθηκαν στο {file}: {reason}. Ισχύουν όσες είχαν φυλαχθεί πριν.</translation>
    </message>
    <message>
        <source>The library {folder} could not be recovered ({reason}) and was not changed. You can restore a backup to another folder.</source>
        <translation>Η βιβλιοθήκη {folder} δεν ανακτήθηκε ({reason})· όλα είναι όπως πριν. Μπορεί να γίνει επαναφορά αντιγράφου ασφαλείας δίπλα της.</translation>
    </message>
    <message>
        <source>The passphrases do not match. Nothing was changed.</source>
        <translation>Οι δύο φράσεις δεν είναι ίδιες. Δεν άλλαξε τίποτα.</translation>
    </message>
    <message>
        <source>{file}, the key of the library, cannot be used ({reason}). Nothing was changed. Restore this file from a copy of the library’s folder.</source>
        <translation>Το {file} περιέχει το κλειδί της βιβλιοθήκης και δεν μπορεί να χρησιμοποιηθεί ({reason}). Δεν άλλαξε τίποτα: επαναφέρετε το αρχείο από αντίγραφο του φακέλου της βιβλιοθήκης.</translation>
    </message>
    <message>
        <source>The library {folder} is already encrypted.</source>
        <translation>Η βιβλιοθήκη {folder} είναι ήδη κρυπτογραφημένη.</translation>
    </message>
    <message>
        <source>The library {folder} is not encrypted.</source>
        <translation>Η βιβλιοθήκη {folder} δεν είναι κρυπτογραφημένη.</translation>
    </message>
    <message>
        <source>Page {number} of {file_name} cannot be displayed.</source>
        <translation>Η σελίδα {number} του {file_name} δεν μπορεί να σχεδιαστεί.</translation>
    </message>
    <message>
        <source>There is no meeting with a date and no open note with a deadline, so the calendar would be empty.</source>
        <translation>Δεν υπάρχει συνεδρίαση με ημερομηνία ούτε ανοικτή σημείωση με προθεσμία· το ημερολόγιο θα ήταν κενό.</translation>
    </message>
    <message>
        <source>it contains a whole mailbox; save the messages as .msg or .eml and import those</source>
        <translation>περιέχει ολόκληρο γραμματοκιβώτιο· αποθηκεύστε τα μηνύματα ως .msg ή .eml και εισαγάγετε εκείνα</translation>
    </message>
    <message>
        <source>it is a presentation in another format; save it as .pptx and import that</source>
        <translation>είναι παρουσίαση σε άλλη μορφή· αποθηκεύστε την ως .pptx και εισαγάγετε εκείνη</translation>
    </message>
    <message>
        <source>it is a spreadsheet in another format; save it as .xlsx and import that</source>
        <translation>είναι υπολογιστικό φύλλο σε άλλη μορφή· αποθηκεύστε το ως .xlsx και εισαγάγετε εκείνο</translation>
    </message>
    <message>
        <source>it is not signed with the known key of its sender; ask them, and if they have a new key, remove the old one under People in the preferences</source>
        <translation>δεν είναι υπογεγραμμένο με το γνωστό κλειδί του αποστολέα· ρωτήστε τον και, αν έχει νέο κλειδί, αφαιρέστε το παλαιό από τα Άτομα των προτιμήσεων</translation>
    </message>
    <message>
        <source>the other program did not hand it over; save it to a folder and import it from there</source>
        <translation>το άλλο πρόγραμμα δεν το παρέδωσε· αποθηκεύστε το σε φάκελο και εισαγάγετέ το από εκεί</translation>
    </message>
    <message>
        <source>a provision with this number exists already</source>
        <translation>υπάρχει ήδη διάταξη με αυτόν τον αριθμό</translation>
    </message>
    <message>
        <source>another instruction changes the same words or numbers</source>
        <translation>άλλη εντολή αλλάζει τις ίδιες λέξεις ή αριθμούς</translation>
    </message>
    <message>
        <source>it does not name the provision with certainty</source>
        <translation>δεν κατονομάζει με βεβαιότητα τη διάταξη</translation>
    </message>
    <message>
        <source>its path is too long; choose a shorter name, or a folder with a shorter path</source>
        <translation>η διαδρομή του είναι πολύ μεγάλη· επιλέξτε συντομότερο όνομα ή φάκελο με συντομότερη διαδρομή</translation>
    </message>
    <message>
        <source>several provisions correspond to it</source>
        <translation>αντιστοιχούν σε αυτήν περισσότερες διατάξεις</translation>
    </message>
    <message>
        <source>it is a folder or a device, not a file</source>
        <translation>είναι φάκελος ή συσκευή, όχι αρχείο</translation>
    </message>
    <message>
        <source>the file or folder does not exist</source>
        <translation>το αρχείο ή ο φάκελος δεν υπάρχει</translation>
    </message>
    <message>
        <source>the new text cannot be placed with certainty</source>
        <translation>το νέο κείμενο δεν μπορεί να τοποθετηθεί με βεβαιότητα</translation>
    </message>
    <message>
        <source>the provision does not exist</source>
        <translation>η διάταξη δεν υπάρχει</translation>
    </message>
    <message>
        <source>the sentence cannot be told apart with certainty</source>
        <translation>η περίοδος δεν μπορεί να προσδιοριστεί με βεβαιότητα</translation>
    </message>
    <message>
        <source>the wording of the instruction is not understood</source>
        <translation>η διατύπωση της εντολής δεν είναι κατανοητή</translation>
    </message>
    <message>
        <source>the words are not in the provision</source>
        <translation>οι λέξεις δεν υπάρχουν στη διάταξη</translation>
    </message>
    <message>
        <source>the words occur several times in the provision</source>
        <translation>οι λέξεις απαντούν περισσότερες φορές στη διάταξη</translation>
    </message>
</context>
<context>
    <name>exportchecks</name>
    <message>
        <source>Not cleared.</source>
        <translation>Δεν έχει εγκριθεί.</translation>
    </message>
    <message>
        <source>{place} is from a note.</source>
        <translation>{place}: από σημείωση.</translation>
    </message>
    <message>
        <source>{name} is the newest revision in the library.</source>
        <translation>Το {name} είναι η νεότερη αναθεώρηση στη βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>{marking} on each page.</source>
        <translation>{marking} σε κάθε σελίδα.</translation>
    </message>
    <message>
        <source>No issues found.</source>
        <translation>Δεν βρέθηκαν προβλήματα.</translation>
    </message>
</context>
<context>
    <name>exports</name>
    <message>
        <source>Position on {name}</source>
        <translation>Θέση για το {name}</translation>
    </message>
    <message>
        <source>Report on {body}</source>
        <translation>Έκθεση: {body}</translation>
    </message>
    <message>
        <source>Matrix of {body}</source>
        <translation>Πίνακας θέσεων: {body}</translation>
    </message>
    <message>
        <source>Speaking note for {body}</source>
        <translation>Σημείωμα παρεμβάσεων: {body}</translation>
    </message>
    <message>
        <source>{names}, side by side</source>
        <translation>{names}, σε αντιπαραβολή</translation>
    </message>
    <message>
        <source>{names}, full text</source>
        <translation>{names}, πλήρες κείμενο</translation>
    </message>
    <message>
        <source>Four-column table of {names}</source>
        <translation>Πίνακας τεσσάρων στηλών: {names}</translation>
    </message>
    <message>
        <source>What changed for us in {name}</source>
        <translation>Τι άλλαξε για εμάς στο {name}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Σημειώσεις</translation>
    </message>
    <message>
        <source>Translations of “{phrase}”</source>
        <translation>Αποδόσεις του «{phrase}»</translation>
    </message>
    <message>
        <source>Unusual translations in {document}</source>
        <translation>Ασυνήθιστες μεταφράσεις στο {document}</translation>
    </message>
    <message>
        <source>Meetings and deadlines</source>
        <translation>Συνεδριάσεις και προθεσμίες</translation>
    </message>
    <message>
        <source>{base}, as amended by {amending}</source>
        <translation>{base}, όπως τροποποιείται με το {amending}</translation>
    </message>
</context>
<context>
    <name>keyclashes</name>
    <message>
        <source>Undo</source>
        <translation>Αναίρεση</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Επανάληψη</translation>
    </message>
    <message>
        <source>In the List of Notes</source>
        <translation>Στον κατάλογο των σημειώσεων</translation>
    </message>
    <message>
        <source>In a Timeline</source>
        <translation>Σε χρονολόγιο</translation>
    </message>
    <message>
        <source>In a Position</source>
        <translation>Σε θέση</translation>
    </message>
    <message>
        <source>In Written Comments</source>
        <translation>Στις γραπτές παρατηρήσεις</translation>
    </message>
    <message>
        <source>Adopt Another Delegation’s Drafting</source>
        <translation>Υιοθέτηση διατύπωσης άλλων</translation>
    </message>
    <message>
        <source>In a Note</source>
        <translation>Σε σημείωση</translation>
    </message>
    <message>
        <source>Reply to Note</source>
        <translation>Απάντηση στη σημείωση</translation>
    </message>
    <message>
        <source>Enter Place</source>
        <translation>Πληκτρολόγηση της διάταξης</translation>
    </message>
    <message>
        <source>{key} is used to move and select.</source>
        <translation>Το {key} χρησιμεύει για μετακίνηση και επιλογή.</translation>
    </message>
    <message>
        <source>{key} opens the menu {menu}.</source>
        <translation>Το {key} ανοίγει το μενού {menu}.</translation>
    </message>
    <message>
        <source>{key} is used to go to a place in the text, as are all digits.</source>
        <translation>Το {key} χρησιμεύει για μετάβαση σε διάταξη, όπως όλα τα ψηφία.</translation>
    </message>
    <message>
        <source>{key} selects a sentence in the text.</source>
        <translation>Το {key} επιλέγει μια πρόταση του κειμένου.</translation>
    </message>
    <message>
        <source>{command} ({menu})</source>
        <translation>{command} ({menu})</translation>
    </message>
</context>
<context>
    <name>keyhints</name>
    <message>
        <source>{n} of {count} · {key} next</source>
        <translation>{n} από {count} · {key} επόμενο</translation>
    </message>
    <message>
        <source>↑↓ select · Enter open · Space preview · Ctrl+Enter new tab · {next} next · {narrow} filter</source>
        <translation>↑↓ επιλογή · Enter άνοιγμα · Διάστημα προεπισκόπηση · Ctrl+Enter νέα καρτέλα · {next} επόμενο · {narrow} περιορισμός</translation>
    </message>
    <message>
        <source>No provisions yet. Press {key} on a paragraph to draft on it, or type a place here.</source>
        <translation>Καμία διάταξη ακόμη. Με {key} σε παράγραφο γράφετε διατύπωση, ή πληκτρολογήστε θέση εδώ.</translation>
    </message>
    <message>
        <source>No provisions yet. Type a place here.</source>
        <translation>Καμία διάταξη ακόμη: πληκτρολογήστε θέση εδώ.</translation>
    </message>
    <message>
        <source>{change} next change · Alt+↓ next provision · Esc, then {next} {previous} · {take} adopt drafting</source>
        <translation>{change} επόμενη αλλαγή · Alt+↓ επόμενη διάταξη · Esc, μετά {next} {previous} · {take} υιοθέτηση διατύπωσης</translation>
    </message>
    <message>
        <source>{accept} accept and next · {reject} reject</source>
        <translation>{accept} αποδοχή και επόμενη · {reject} απόρριψη</translation>
    </message>
    <message>
        <source>none · {key} adds one</source>
        <translation>καμία · {key} προσθέτει</translation>
    </message>
    <message>
        <source>none</source>
        <translation>καμία</translation>
    </message>
    <message>
        <source>none · {support} support · {oppose} oppose · {scrutiny} scrutiny · {draft} draft</source>
        <translation>καμία · {support} στήριξη · {oppose} αντίθεση · {scrutiny} εξέταση · {draft} διατύπωση</translation>
    </message>
    <message>
        <source>Select a paragraph to see its file.</source>
        <translation>Επιλέξτε παράγραφο για να δείτε την καρτέλα της.</translation>
    </message>
</context>
<context>
    <name>keysheet</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Πλήκτρα</translation>
    </message>
    <message>
        <source>Delegate Desk keyboard shortcuts</source>
        <translation>Πλήκτρα του Delegate Desk</translation>
    </message>
</context>
<context>
    <name>libraries</name>
    <message>
        <source>Samples</source>
        <translation>Δείγματα</translation>
    </message>
    <message>
        <source>This library is already open</source>
        <translation>Η βιβλιοθήκη αυτή είναι ήδη ανοικτή</translation>
    </message>
    <message>
        <source>Preparing the sample library</source>
        <translation>Τοποθέτηση των δειγμάτων</translation>
    </message>
    <message>
        <source>This takes a few seconds…</source>
        <translation>Τοποθετούνται: λίγα δευτερόλεπτα…</translation>
    </message>
    <message>
        <source>Open Library</source>
        <translation>Άνοιγμα άλλης βιβλιοθήκης</translation>
    </message>
    <message>
        <source>New Library: Choose an Empty Folder</source>
        <translation>Νέα βιβλιοθήκη σε κενό φάκελο</translation>
    </message>
    <message>
        <source>{folder} is not empty. A new library needs an empty folder.</source>
        <translation>Ο φάκελος {folder} δεν είναι κενός: κάθε βιβλιοθήκη χρειάζεται δικό της φάκελο.</translation>
    </message>
    <message>
        <source>Library not created</source>
        <translation>Δεν δημιουργήθηκε βιβλιοθήκη</translation>
    </message>
    <message>
        <source>Recent libraries</source>
        <translation>Πρόσφατες βιβλιοθήκες</translation>
    </message>
</context>
<context>
    <name>mend</name>
    <message>
        <source>documents: {count}</source>
        <translation>έγγραφα: {count}</translation>
    </message>
    <message>
        <source>paragraphs: {count}</source>
        <translation>παράγραφοι: {count}</translation>
    </message>
    <message>
        <source>notes: {count}</source>
        <translation>σημειώσεις: {count}</translation>
    </message>
    <message>
        <source>positions: {count}</source>
        <translation>θέσεις: {count}</translation>
    </message>
    <message>
        <source>position entries: {count}</source>
        <translation>σημεία θέσης: {count}</translation>
    </message>
    <message>
        <source>meetings: {count}</source>
        <translation>συνεδριάσεις: {count}</translation>
    </message>
    <message>
        <source>meeting entries: {count}</source>
        <translation>καταγραφές: {count}</translation>
    </message>
    <message>
        <source>other delegations’ proposals: {count}</source>
        <translation>προτάσεις άλλων αντιπροσωπιών: {count}</translation>
    </message>
    <message>
        <source>phrases: {count}</source>
        <translation>έτοιμες φράσεις: {count}</translation>
    </message>
    <message>
        <source>other entries: {count}</source>
        <translation>άλλες εγγραφές: {count}</translation>
    </message>
    <message>
        <source>The database is damaged ({reason}). Repair closes the window, recovers what can be read and restores the rest from the latest backup. The damaged files are kept.</source>
        <translation>Η βάση δεδομένων έχει βλάβη ({reason}). Η επιδιόρθωση κλείνει το παράθυρο, ανακτά ό,τι διαβάζεται και το συμπληρώνει από το νεότερο αντίγραφο ασφαλείας· τα κατεστραμμένα αρχεία φυλάσσονται.</translation>
    </message>
    <message>
        <source>The original of {name} is damaged.</source>
        <translation>Το πρωτότυπο του {name} έχει καταστραφεί.</translation>
    </message>
    <message>
        <source>The original of {name} is missing.</source>
        <translation>Το πρωτότυπο του {name} λείπει.</translation>
    </message>
    <message>
        <source>Originals without a document: {count}. Repair imports them again.</source>
        <translation>Πρωτότυπα που δεν ανήκουν σε έγγραφο: {count}. Η επιδιόρθωση τα εισάγει πάλι.</translation>
    </message>
    <message>
        <source>The search index is out of date.</source>
        <translation>Το ευρετήριο αναζήτησης δεν είναι ενημερωμένο.</translation>
    </message>
    <message>
        <source>The search index was damaged and has been rebuilt.</source>
        <translation>Το ευρετήριο αναζήτησης είχε βλάβη και δημιουργήθηκε εκ νέου.</translation>
    </message>
    <message>
        <source>A sync service made conflict copies because the library was changed on two computers at once ({count}). Repair merges the changes and sets the copies aside.</source>
        <translation>Μια υπηρεσία δημιούργησε αντίγραφα αρχείων που γράφτηκαν ταυτόχρονα σε δύο υπολογιστές ({count}). Η επιδιόρθωση ενώνει όσα έγραψε ο καθένας και βάζει τα αντίγραφα κατά μέρος.</translation>
    </message>
    <message>
        <source>No problems found: the database, the index and {count} originals were checked.</source>
        <translation>Δεν διαπιστώθηκαν προβλήματα: ελέγχθηκαν η βάση δεδομένων, το ευρετήριο και {count} πρωτότυπα.</translation>
    </message>
    <message>
        <source>The original of {name} was restored from the second backup location.</source>
        <translation>Το πρωτότυπο του {name} επανήλθε από τη δεύτερη θέση.</translation>
    </message>
    <message>
        <source>The text of {name} was re-imported from its original.</source>
        <translation>Το κείμενο του {name} εισήχθη πάλι από το πρωτότυπό του.</translation>
    </message>
    <message>
        <source>{name} had no document and was imported again.</source>
        <translation>Το {name} δεν ανήκε σε έγγραφο και είναι πάλι έγγραφο.</translation>
    </message>
    <message>
        <source>{name} has no document and could not be imported; the file is kept.</source>
        <translation>Το {name} δεν ανήκει σε έγγραφο και δεν διαβάστηκε· μένει εκεί όπου είναι.</translation>
    </message>
    <message>
        <source>The text of {name} could not be re-imported.</source>
        <translation>Το κείμενο του {name} δεν μπόρεσε να διαβαστεί πάλι.</translation>
    </message>
    <message>
        <source>No copy of the original of {name} was found. Import the file again, or connect the second backup location and repair again.</source>
        <translation>Δεν βρέθηκε αντίγραφο του πρωτοτύπου του {name}: εισαγάγετε πάλι το αρχείο, ή συνδέστε τη δεύτερη θέση και επαναλάβετε την επιδιόρθωση.</translation>
    </message>
    <message>
        <source>The search index was rebuilt.</source>
        <translation>Το ευρετήριο αναζήτησης δημιουργήθηκε εκ νέου.</translation>
    </message>
    <message>
        <source>Incomplete files deleted: {count}.</source>
        <translation>Ημιτελή αρχεία που διαγράφηκαν: {count}.</translation>
    </message>
    <message>
        <source>There was nothing to repair.</source>
        <translation>Δεν υπήρχε τίποτα προς επιδιόρθωση.</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>τίποτα νέο</translation>
    </message>
    <message>
        <source>Merged from the other computer: {rows}.</source>
        <translation>Συγχωνεύθηκαν από τον άλλον υπολογιστή: {rows}.</translation>
    </message>
    <message>
        <source>Changed on both computers: {count}. The later version is kept; the other is in merged.json, with the copies.</source>
        <translation>Διαφορετικά στους δύο: {count}. Μένει το μεταγενέστερο· το άλλο είναι στο merged.json, δίπλα στα αντίγραφα.</translation>
    </message>
    <message>
        <source>{name} arrived without its file. Import the file again.</source>
        <translation>Το {name} ήρθε χωρίς το αρχείο του: εισαγάγετε πάλι το αρχείο.</translation>
    </message>
    <message>
        <source>{name} could not be merged.</source>
        <translation>Το {name} δεν μπόρεσε να ενωθεί.</translation>
    </message>
    <message>
        <source>The copies are kept in {folder}.</source>
        <translation>Τα αντίγραφα φυλάσσονται στον φάκελο {folder}.</translation>
    </message>
    <message>
        <source>No document could be read. Existing originals will be imported again; you can also restore a backup to another folder.</source>
        <translation>Κανένα έγγραφο δεν διαβάστηκε. Όσα πρωτότυπα υπάρχουν εισάγονται πάλι· μπορεί να γίνει επαναφορά αντιγράφου ασφαλείας δίπλα σε αυτή τη βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>{name} could not be used.</source>
        <translation>Το {name} δεν μπόρεσε να χρησιμοποιηθεί.</translation>
    </message>
    <message>
        <source>Could not be placed, kept with the damaged files in left.json: {rows}.</source>
        <translation>Χωρίς θέση, φυλάσσονται μαζί με τα κατεστραμμένα αρχεία στο left.json: {rows}.</translation>
    </message>
    <message>
        <source>The damaged files are kept in {folder}.</source>
        <translation>Τα κατεστραμμένα αρχεία φυλάσσονται στον φάκελο {folder}.</translation>
    </message>
    <message>
        <source>Recovered from the damaged database: {rows}.</source>
        <translation>Διαβάστηκαν από την κατεστραμμένη βάση δεδομένων: {rows}.</translation>
    </message>
    <message>
        <source>Restored from the backup {name}: {rows}.</source>
        <translation>Από το αντίγραφο ασφαλείας {name}: {rows}.</translation>
    </message>
    <message>
        <source>Restored from the plain-text copies: {rows}.</source>
        <translation>Από τα απλά αρχεία δίπλα της: {rows}.</translation>
    </message>
    <message>
        <source>Standard entries of a new library: {rows}.</source>
        <translation>Όπως σε κάθε νέα βιβλιοθήκη: {rows}.</translation>
    </message>
    <message>
        <source>This concerns {names}.</source>
        <translation>Ανήκουν σε: {names}.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} και {count} ακόμη</translation>
    </message>
</context>
<context>
    <name>menucommands</name>
    <message>
        <source>Other Commands</source>
        <translation>Άλλες εντολές</translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>Reference</source>
        <translation>Αριθμός εγγράφου</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Γλώσσα</translation>
    </message>
    <message>
        <source>Original language</source>
        <translation>Γλώσσα πρωτοτύπου</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ημερομηνία</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>Σήμανση</translation>
    </message>
    <message>
        <source>Stamped PUBLIC</source>
        <translation>Με σφραγίδα PUBLIC</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Τύπος</translation>
    </message>
    <message>
        <source>Type as printed</source>
        <translation>Τύπος όπως τυπώνεται</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Αποστολέας</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Αποδέκτης</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Θέμα</translation>
    </message>
    <message>
        <source>Subject codes</source>
        <translation>Κωδικοί θέματος</translation>
    </message>
    <message>
        <source>Interinstitutional files</source>
        <translation>Διοργανικοί φάκελοι</translation>
    </message>
    <message>
        <source>Previous documents</source>
        <translation>Προηγούμενα έγγραφα</translation>
    </message>
    <message>
        <source>Commission documents</source>
        <translation>Έγγραφα της Επιτροπής</translation>
    </message>
    <message>
        <source>Bold and underline</source>
        <translation>Έντονα και υπογράμμιση</translation>
    </message>
    <message>
        <source>Short title</source>
        <translation>Σύντομος τίτλος</translation>
    </message>
    <message>
        <source>the file contains tracked changes</source>
        <translation>το αρχείο περιέχει παρακολουθούμενες αλλαγές</translation>
    </message>
    <message>
        <source>some words are struck through, next to bold or underlined words</source>
        <translation>υπάρχουν διαγραμμένες λέξεις δίπλα σε έντονες ή υπογραμμισμένες</translation>
    </message>
    <message>
        <source>some words are struck through</source>
        <translation>υπάρχουν διαγραμμένες λέξεις</translation>
    </message>
    <message>
        <source>some words are both bold and underlined</source>
        <translation>υπάρχουν λέξεις έντονες και συγχρόνως υπογραμμισμένες</translation>
    </message>
    <message>
        <source>no words within a sentence are bold, underlined or struck through</source>
        <translation>καμία λέξη μέσα σε πρόταση δεν είναι έντονη, υπογραμμισμένη ή διαγραμμένη</translation>
    </message>
    <message>
        <source>most of the text is bold</source>
        <translation>το μεγαλύτερο μέρος του κειμένου είναι έντονο</translation>
    </message>
    <message>
        <source>the document explains its bold or underlined words</source>
        <translation>το έγγραφο εξηγεί τι σημαίνουν οι έντονες ή υπογραμμισμένες λέξεις του</translation>
    </message>
    <message>
        <source>the document calls itself a compromise and contains bold or underlined words</source>
        <translation>το έγγραφο αυτοχαρακτηρίζεται συμβιβαστικό και έχει έντονες ή υπογραμμισμένες λέξεις</translation>
    </message>
    <message>
        <source>bracketed dots mark omissions, next to bold or underlined words</source>
        <translation>αποσιωπητικά σε αγκύλες στη θέση λέξεων που παραλείφθηκαν, δίπλα σε έντονες ή υπογραμμισμένες λέξεις</translation>
    </message>
    <message>
        <source>words in recitals and articles are bold or underlined</source>
        <translation>υπάρχουν έντονες ή υπογραμμισμένες λέξεις μέσα σε αιτιολογικές σκέψεις και άρθρα</translation>
    </message>
    <message>
        <source>words are bold or underlined, but nothing says that they are new</source>
        <translation>υπάρχουν έντονες ή υπογραμμισμένες λέξεις, αλλά τίποτα δεν δείχνει ότι είναι νέες</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>χωρίς κείμενο</translation>
    </message>
    <message>
        <source>hardly any text beside an image</source>
        <translation>ελάχιστο κείμενο δίπλα σε εικόνα</translation>
    </message>
    <message>
        <source>text recognised from an image (OCR)</source>
        <translation>κείμενο που αναγνωρίστηκε από εικόνα</translation>
    </message>
    <message>
        <source>a broken text layer</source>
        <translation>κατεστραμμένο επίπεδο κειμένου</translation>
    </message>
    <message>
        <source>nothing readable</source>
        <translation>τίποτα που να διαβάζεται</translation>
    </message>
    <message>
        <source>word of hidden text is left out</source>
        <translation>λέξη κρυφού κειμένου παραλείπεται</translation>
    </message>
    <message>
        <source>words of hidden text are left out</source>
        <translation>λέξεις κρυφού κειμένου παραλείπονται</translation>
    </message>
    <message>
        <source>comment is left out</source>
        <translation>σχόλιο παραλείπεται</translation>
    </message>
    <message>
        <source>comments are left out</source>
        <translation>σχόλια παραλείπονται</translation>
    </message>
    <message>
        <source>inserted file is left out</source>
        <translation>παρεμβληθέν αρχείο παραλείπεται</translation>
    </message>
    <message>
        <source>inserted files are left out</source>
        <translation>παρεμβληθέντα αρχεία παραλείπονται</translation>
    </message>
    <message>
        <source>unreferenced footnote is left out</source>
        <translation>υποσημείωση χωρίς παραπομπή παραλείπεται</translation>
    </message>
    <message>
        <source>unreferenced footnotes are left out</source>
        <translation>υποσημειώσεις χωρίς παραπομπή παραλείπονται</translation>
    </message>
    <message>
        <source>macros are not run</source>
        <translation>οι μακροεντολές δεν εκτελούνται</translation>
    </message>
    <message>
        <source>scripts are not run</source>
        <translation>τα σενάρια δεν εκτελούνται</translation>
    </message>
    <message>
        <source>file actions are not run</source>
        <translation>οι ενέργειες του αρχείου δεν εκτελούνται</translation>
    </message>
    <message>
        <source>an external template is not loaded</source>
        <translation>εξωτερικό πρότυπο δεν ανακτάται</translation>
    </message>
    <message>
        <source>entities declared in the file are left out</source>
        <translation>οι οντότητες που ορίζει το αρχείο παραλείπονται</translation>
    </message>
    <message>
        <source>a redirect to another page is not followed</source>
        <translation>παραπομπή σε άλλη σελίδα δεν ακολουθείται</translation>
    </message>
    <message>
        <source>external styles are not loaded</source>
        <translation>εξωτερικά στυλ δεν ανακτώνται</translation>
    </message>
    <message>
        <source>external image is not loaded</source>
        <translation>εξωτερική εικόνα δεν ανακτάται</translation>
    </message>
    <message>
        <source>external images are not loaded</source>
        <translation>εξωτερικές εικόνες δεν ανακτώνται</translation>
    </message>
    <message>
        <source>embedded file is left out</source>
        <translation>ενσωματωμένο αρχείο παραλείπεται</translation>
    </message>
    <message>
        <source>embedded files are left out</source>
        <translation>ενσωματωμένα αρχεία παραλείπονται</translation>
    </message>
    <message>
        <source>frame is left out</source>
        <translation>πλαίσιο παραλείπεται</translation>
    </message>
    <message>
        <source>frames are left out</source>
        <translation>πλαίσια παραλείπονται</translation>
    </message>
    <message>
        <source>external part is not loaded</source>
        <translation>εξωτερικό τμήμα δεν ανακτάται</translation>
    </message>
    <message>
        <source>external parts are not loaded</source>
        <translation>εξωτερικά τμήματα δεν ανακτώνται</translation>
    </message>
    <message>
        <source>link to an external file is not followed</source>
        <translation>σύνδεσμος σε εξωτερικό αρχείο δεν ακολουθείται</translation>
    </message>
    <message>
        <source>links to external files are not followed</source>
        <translation>σύνδεσμοι σε εξωτερικά αρχεία δεν ακολουθούνται</translation>
    </message>
    <message>
        <source>field that calls a program or another file is not run</source>
        <translation>πεδίο που καλεί πρόγραμμα ή άλλο αρχείο δεν εκτελείται</translation>
    </message>
    <message>
        <source>fields that call a program or another file are not run</source>
        <translation>πεδία που καλούν πρόγραμμα ή άλλο αρχείο δεν εκτελούνται</translation>
    </message>
    <message>
        <source>a colleague</source>
        <translation>συνάδελφος</translation>
    </message>
    <message>
        <source>{words} on pages {pages}</source>
        <translation>{words} στις σελίδες {pages}</translation>
    </message>
    <message>
        <source>{words} on page {pages}</source>
        <translation>{words} στη σελίδα {pages}</translation>
    </message>
    <message>
        <source>on the {language} text</source>
        <translation>στο κείμενο στα {language}</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«{words}»</translation>
    </message>
    <message>
        <source>{name}: {said}</source>
        <translation>{name}: {said}</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between two statements in one line</comment>
        <translation>· </translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>fn {label}</source>
        <translation>υποσ. {label}</translation>
    </message>
</context>
<context>
    <name>originals</name>
    <message>
        <source>Show the original</source>
        <translation>Εμφάνιση του πρωτοτύπου</translation>
    </message>
    <message>
        <source>Save a copy that can be read without the passphrase?</source>
        <translation>Να αποθηκευτεί αντίγραφο που διαβάζεται χωρίς τη φράση πρόσβασης;</translation>
    </message>
    <message>
        <source>This library is encrypted, so another program can open {name} only as an unencrypted copy. Choose where to save it; it stays there until you delete it.</source>
        <translation>Η βιβλιοθήκη είναι κρυπτογραφημένη, και άλλο πρόγραμμα μπορεί να ανοίξει το {name} μόνο όπου είναι αναγνώσιμο. Επιλέγετε πού θα πάει το αντίγραφο· μένει εκεί έως ότου το διαγράψετε.</translation>
    </message>
    <message>
        <source>Save a Copy…</source>
        <translation>Αποθήκευση αντιγράφου…</translation>
    </message>
    <message>
        <source>Save Unencrypted Copy</source>
        <translation>Αποθήκευση μη κρυπτογραφημένου αντιγράφου</translation>
    </message>
</context>
<context>
    <name>ourmarks</name>
    <message>
        <source>we add “{words}”</source>
        <translation>προσθέτουμε «{words}»</translation>
    </message>
    <message>
        <source>we delete “{words}”</source>
        <translation>διαγράφουμε «{words}»</translation>
    </message>
</context>
<context>
    <name>pageprinting</name>
    <message>
        <source>Print Original Pages</source>
        <translation>Εκτύπωση σελίδων του πρωτοτύπου</translation>
    </message>
    <message>
        <source>it is not accepting anything to print</source>
        <translation>δεν δέχεται τίποτα</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>annex</source>
        <translation>παράρτημα</translation>
    </message>
    <message>
        <source>part</source>
        <translation>μέρος</translation>
    </message>
    <message>
        <source>title</source>
        <translation>τίτλος</translation>
    </message>
    <message>
        <source>chapter</source>
        <translation>κεφάλαιο</translation>
    </message>
    <message>
        <source>section</source>
        <translation>τμήμα</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>επικεφαλίδα</translation>
    </message>
    <message>
        <source>cover</source>
        <translation>εξώφυλλο</translation>
    </message>
    <message>
        <source>citation</source>
        <translation>αιτ. αναφορά</translation>
    </message>
    <message>
        <source>p</source>
        <translation>παρ.</translation>
    </message>
    <message>
        <source>sub</source>
        <translation>εδάφιο</translation>
    </message>
    <message>
        <source>indent</source>
        <translation>περίπτωση</translation>
    </message>
    <message>
        <source>fn</source>
        <translation>υποσ.</translation>
    </message>
    <message>
        <source>table</source>
        <translation>πίνακας</translation>
    </message>
    <message>
        <source>row</source>
        <translation>γραμμή</translation>
    </message>
    <message>
        <source>column</source>
        <translation>στήλη</translation>
    </message>
</context>
<context>
    <name>policies</name>
    <message>
        <source>Set by your administrator</source>
        <translation>Ορίστηκε από τον διαχειριστή σας</translation>
    </message>
</context>
<context>
    <name>position</name>
    <message>
        <source>General comments</source>
        <translation>Γενικές παρατηρήσεις</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>Θέση</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Διατύπωση</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Παρατήρηση</translation>
    </message>
    <message>
        <source>Justification</source>
        <translation>Αιτιολόγηση</translation>
    </message>
    <message>
        <source>Joint with</source>
        <translation>Από κοινού με</translation>
    </message>
    <message>
        <source>Placed after</source>
        <translation>Μετά από</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Αριθμός</translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation>Εφεδρικές</translation>
    </message>
    <message>
        <source>Red line</source>
        <translation>Κόκκινη γραμμή</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>Οδηγία</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Από ποιον</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Εσωτερικό</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Προτεραιότητα</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Ετικέτες</translation>
    </message>
    <message>
        <source>Drafting by</source>
        <translation>Διατύπωση από</translation>
    </message>
    <message>
        <source>—  none yet</source>
        <translation>—  καμία ακόμη</translation>
    </message>
    <message>
        <source>1  highest</source>
        <translation>1  υψηλότερη</translation>
    </message>
    <message>
        <source>2  medium</source>
        <translation>2  μέση</translation>
    </message>
    <message>
        <source>3  low</source>
        <translation>3  χαμηλή</translation>
    </message>
    <message>
        <source>draft {n}</source>
        <translation>σχέδιο {n}</translation>
    </message>
    <message>
        <source>version {n}, cleared</source>
        <translation>έκδοση {n}, εγκρίθηκε</translation>
    </message>
    <message>
        <source>version {n}, sent</source>
        <translation>έκδοση {n}, εστάλη</translation>
    </message>
    <message>
        <source>version {n}, withdrawn</source>
        <translation>έκδοση {n}, αποσύρθηκε</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>σχέδιο</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>εγκρίθηκε</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>εστάλη</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>αποσύρθηκε</translation>
    </message>
    <message>
        <source>cleared by {who}, {when}</source>
        <translation>εγκρίθηκε από {who}, {when}</translation>
    </message>
    <message>
        <source>not cleared</source>
        <translation>δεν έχει εγκριθεί</translation>
    </message>
    <message>
        <source>sent to {whom}, {when}</source>
        <translation>εστάλη σε {whom}, {when}</translation>
    </message>
    <message>
        <source>Sent and archived. Any change starts draft {n}.</source>
        <translation>Εστάλη και αρχειοθετήθηκε. Με οποιαδήποτε αλλαγή αρχίζει το σχέδιο {n}.</translation>
    </message>
    <message>
        <source>Cleared. Later changes need clearing again.</source>
        <translation>Εγκρίθηκε. Οι μεταγενέστερες αλλαγές χρειάζονται νέα έγκριση.</translation>
    </message>
    <message>
        <source>Withdrawn. Any change makes it a draft again.</source>
        <translation>Αποσύρθηκε. Με οποιαδήποτε αλλαγή γίνεται πάλι σχέδιο.</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>εσωτερικό</translation>
    </message>
    <message>
        <source>deletion proposed</source>
        <translation>προτείνεται απάλειψη</translation>
    </message>
    <message>
        <source>Position paper</source>
        <translation>Έγγραφο θέσης</translation>
    </message>
    <message>
        <source>Table of comments</source>
        <translation>Πίνακας παρατηρήσεων</translation>
    </message>
    <message>
        <source>Redline in the original file</source>
        <translation>Προτεινόμενες αλλαγές στο πρωτότυπο αρχείο</translation>
    </message>
    <message>
        <source>Text with our comments</source>
        <translation>Κείμενο με τις παρατηρήσεις μας</translation>
    </message>
    <message>
        <source>Compilation of comments</source>
        <translation>Συγκεντρωτικός πίνακας παρατηρήσεων</translation>
    </message>
    <message>
        <source>1 paragraph</source>
        <translation>1 παράγραφος</translation>
    </message>
    <message>
        <source>{n} paragraphs</source>
        <translation>{n} παράγραφοι</translation>
    </message>
    <message>
        <source>1 item discussed</source>
        <translation>1 σημείο με παρεμβάσεις</translation>
    </message>
    <message>
        <source>{n} items discussed</source>
        <translation>{n} σημεία με παρεμβάσεις</translation>
    </message>
    <message>
        <source>1 result</source>
        <translation>1 αποτέλεσμα</translation>
    </message>
    <message>
        <source>{n} results</source>
        <translation>{n} αποτελέσματα</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 αλλαγή</translation>
    </message>
    <message>
        <source>{n} changes</source>
        <translation>{n} αλλαγές</translation>
    </message>
    <message>
        <source>1 item of ours</source>
        <translation>1 δικό μας στοιχείο</translation>
    </message>
    <message>
        <source>{n} items of ours</source>
        <translation>{n} δικά μας στοιχεία</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 σημείωση</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} σημειώσεις</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 γραμμή</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} γραμμές</translation>
    </message>
    <message>
        <source>1 passage</source>
        <translation>1 χωρίο</translation>
    </message>
    <message>
        <source>{n} passages</source>
        <translation>{n} χωρία</translation>
    </message>
    <message>
        <source>Circulation</source>
        <translation>Κυκλοφορία</translation>
    </message>
    <message>
        <source>Capital (includes internal text)</source>
        <translation>Πρωτεύουσα, μαζί με τα εσωτερικά</translation>
    </message>
    <message>
        <source>Word: tracked changes</source>
        <translation>Παρακολούθηση στο Word</translation>
    </message>
    <message>
        <source>Drafting | Comments</source>
        <translation>Διατύπωση | Παρατηρήσεις</translation>
    </message>
    <message>
        <source>Article | Text | Drafting | Comments</source>
        <translation>Άρθρο | Κείμενο | Διατύπωση | Παρατηρήσεις</translation>
    </message>
    <message>
        <source>Article | Text | Drafting | Justification</source>
        <translation>Άρθρο | Κείμενο | Διατύπωση | Αιτιολόγηση</translation>
    </message>
    <message>
        <source>For the capital only: as well as the text for circulation it shows fallbacks, red lines, instructions, internal notes and priorities.</source>
        <translation>Μόνο για την πρωτεύουσα: εκτός από όσα κυκλοφορούν δείχνει εφεδρικές διατυπώσεις, κόκκινες γραμμές, οδηγίες, εσωτερικές σημειώσεις και προτεραιότητες.</translation>
    </message>
    <message>
        <source>No delegation is set for this position.</source>
        <translation>Δεν έχει οριστεί αντιπροσωπία για αυτή τη θέση.</translation>
    </message>
    <message>
        <source>The position is on behalf of {words}, which is not our delegation.</source>
        <translation>Στέλνεται εξ ονόματος «{words}», που δεν είμαστε εμείς.</translation>
    </message>
    <message>
        <source>Our own delegation is listed under “Joint with”: {words}.</source>
        <translation>Από κοινού με εμάς τους ίδιους: {words}.</translation>
    </message>
    <message>
        <source>{field} speaks on behalf of another delegation: “{words}”.</source>
        <translation>{field}: μιλά εξ ονόματος άλλου: «{words}».</translation>
    </message>
    <message>
        <source>A newer revision ({words}) is in the library; this position is on the previous one.</source>
        <translation>Στη βιβλιοθήκη υπάρχει νεότερη αναθεώρηση ({words})· η θέση αυτή αφορά την προηγούμενη.</translation>
    </message>
    <message>
        <source>No distribution marking, although similar documents carry one.</source>
        <translation>Χωρίς σήμανση διανομής, ενώ παρόμοια έγγραφα φέρουν.</translation>
    </message>
    <message>
        <source>{field} cites a provision that does not exist: “{words}”.</source>
        <translation>{field}: αναφέρει διάταξη που δεν υπάρχει: «{words}».</translation>
    </message>
    <message>
        <source>This provision cites “{words}”, which we propose to delete.</source>
        <translation>Η διάταξη αυτή παραπέμπει στο «{words}», που προτείνουμε να διαγραφεί.</translation>
    </message>
    <message>
        <source>{field}: “{words}” is unusual in this kind of provision.</source>
        <translation>{field}: «{words}» δεν συνηθίζεται σε τέτοια διάταξη.</translation>
    </message>
    <message>
        <source>{field}: the label “{words}” does not follow the one before it.</source>
        <translation>{field}: ο αριθμός «{words}» δεν ακολουθεί τον προηγούμενο.</translation>
    </message>
    <message>
        <source>{field} is empty.</source>
        <translation>{field}: είναι κενό.</translation>
    </message>
    <message>
        <source>The drafting suggestion is identical to the text.</source>
        <translation>Η προτεινόμενη διατύπωση είναι ίδια με το κείμενο.</translation>
    </message>
    <message>
        <source>{field} may contain internal information: “{words}”.</source>
        <translation>{field}: ίσως περιέχει εσωτερικές πληροφορίες: «{words}».</translation>
    </message>
    <message>
        <source>{field}: characters not supported by Word are left out: {words}.</source>
        <translation>{field}: το Word δεν έχει τέτοιους χαρακτήρες, παραλείπονται: {words}.</translation>
    </message>
    <message>
        <source>{field}: unmatched square brackets: “{words}”.</source>
        <translation>{field}: αγκύλες που δεν κλείνουν: «{words}».</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>Μια σημείωση</translation>
    </message>
    <message>
        <source>Council: bold, struck through</source>
        <translation>Όπως στο Συμβούλιο</translation>
    </message>
    <message>
        <source>Recipients see general comments, stances, drafting suggestions, comments, justifications, joint delegations and notes for circulation, and no personal names. Red lines appear as “opposed”.</source>
        <translation>Όποιος το λάβει βλέπει γενικές παρατηρήσεις, θέσεις, διατυπώσεις, παρατηρήσεις, αιτιολογήσεις, συνυποστηρίζουσες αντιπροσωπίες και σημειώσεις προς κυκλοφορία, και κανένα όνομα προσώπου. Μια κόκκινη γραμμή εμφανίζεται ως αντίθεση.</translation>
    </message>
    <message>
        <source>Standard template</source>
        <translation>Τυπικό πρότυπο</translation>
    </message>
    <message>
        <source>1 internal left out</source>
        <translation>1 εσωτερική παραλείπεται</translation>
    </message>
    <message>
        <source>{n} internal left out</source>
        <translation>{n} εσωτερικές παραλείπονται</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 λέξη</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n} λέξεις</translation>
    </message>
    <message>
        <source>For the capital only</source>
        <translation>Μόνο για την πρωτεύουσα</translation>
    </message>
    <message>
        <source>No internal text</source>
        <translation>Χωρίς εσωτερικό κείμενο</translation>
    </message>
    <message>
        <source>Contains 1 internal text: not for circulation</source>
        <translation>Περιέχει 1 εσωτερικό κείμενο: όχι προς κυκλοφορία</translation>
    </message>
    <message>
        <source>Contains {n} internal texts: not for circulation</source>
        <translation>Περιέχει {n} εσωτερικά κείμενα: όχι προς κυκλοφορία</translation>
    </message>
    <message>
        <source>The original is not a Word file. Its text is reproduced with the same numbering, and the export says so.</source>
        <translation>Το πρωτότυπο δεν είναι αρχείο Word: το κείμενό του παρατίθεται εκ νέου με την ίδια αρίθμηση, και αυτό αναφέρεται.</translation>
    </message>
    <message>
        <source>Only the Word export is the original file with our changes. On paper, as PDF, web page or text, the text is reproduced.</source>
        <translation>Σε χαρτί, ως PDF, σελίδα ή κείμενο παρατίθεται εκ νέου: μόνο το αρχείο Word είναι το ίδιο αρχείο με τις αλλαγές μας.</translation>
    </message>
    <message>
        <source>This drafting suggestion could not be inserted in the original file.</source>
        <translation>Η διατύπωση αυτή δεν μπόρεσε να μπει στο πρωτότυπο αρχείο.</translation>
    </message>
    <message>
        <source>The template contains an unknown placeholder {place}; it is left as it is.</source>
        <translation>Το πρότυπο έχει θέση {place} για την οποία δεν είναι γνωστό τίποτα: μένει.</translation>
    </message>
    <message>
        <source>The template’s placeholder for the text is in a table, text box, header or footer; the text is added at the end.</source>
        <translation>Η θέση του προτύπου για το κείμενο είναι σε πίνακα, πλαίσιο, κεφαλίδα ή υποσέλιδο: το κείμενο πηγαίνει στο τέλος.</translation>
    </message>
    <message>
        <source>1 calendar entry</source>
        <translation>1 καταχώριση ημερολογίου</translation>
    </message>
    <message>
        <source>{n} calendar entries</source>
        <translation>{n} καταχωρίσεις ημερολογίου</translation>
    </message>
</context>
<context>
    <name>positionwords</name>
    <message>
        <source>The position is a draft again</source>
        <translation>Η θέση είναι πάλι σχέδιο</translation>
    </message>
    <message>
        <source>{n} of {of} position entries</source>
        <translation>{n} από {of} σημεία θέσης</translation>
    </message>
    <message>
        <source>{n} position entries</source>
        <translation>{n} σημεία θέσης</translation>
    </message>
    <message>
        <source>1 position entry</source>
        <translation>1 σημείο θέσης</translation>
    </message>
    <message>
        <source>1 from a note</source>
        <translation>1 από σημείωση</translation>
    </message>
    <message>
        <source>{n} from notes</source>
        <translation>{n} από σημειώσεις</translation>
    </message>
    <message>
        <source>Recitals</source>
        <translation>Αιτιολογικές σκέψεις</translation>
    </message>
</context>
<context>
    <name>preferring</name>
    <message>
        <source>Interface language</source>
        <translation>Γλώσσα παραθύρου</translation>
    </message>
    <message>
        <source>Our delegation</source>
        <translation>Η αντιπροσωπία μας</translation>
    </message>
    <message>
        <source>Your languages</source>
        <translation>Γλώσσες που διαβάζω</translation>
    </message>
    <message>
        <source>On start-up</source>
        <translation>Κατά την έναρξη</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Χρώματα</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Πυκνότητα</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Μέγεθος κειμένου</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>Κίνηση</translation>
    </message>
    <message>
        <source>Second backup location</source>
        <translation>Δεύτερη θέση για αντίγραφα ασφαλείας</translation>
    </message>
    <message>
        <source>Automatic lock</source>
        <translation>Αυτόματο κλείδωμα</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Φάκελοι υπό παρακολούθηση</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Συνάδελφοι</translation>
    </message>
    <message>
        <source>Term bases</source>
        <translation>Βάσεις όρων</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Συντομεύσεις πληκτρολογίου</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Γενικά</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Εμφάνιση</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Βιβλιοθήκη</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Όπως το σύστημα</translation>
    </message>
    <message>
        <source>The window reloads where you are; nothing is lost.</source>
        <translation>Το παράθυρο ξανανοίγει σε αυτή, στο ίδιο σημείο· τίποτα δεν χάνεται.</translation>
    </message>
    <message>
        <source>For this library. Positions are drafted and sent on its behalf.</source>
        <translation>Αυτής της βιβλιοθήκης: εξ ονόματός της γράφονται και στέλνονται οι θέσεις.</translation>
    </message>
    <message>
        <source>These language versions are listed first.</source>
        <translation>Οι αποδόσεις σε αυτές εμφανίζονται πριν από τις άλλες.</translation>
    </message>
    <message>
        <source>Reopen the last session</source>
        <translation>Άνοιγμα των καρτελών της προηγούμενης φοράς</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Φωτεινά</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Σκοτεινά</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Υψηλή αντίθεση</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Άνετη</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Συμπαγής</translation>
    </message>
    <message>
        <source> px</source>
        <comment>pixels, behind a number</comment>
        <translation> px</translation>
    </message>
    <message>
        <source>In documents.</source>
        <translation>Των κειμένων των εγγράφων.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Λιγότερη κίνηση</translation>
    </message>
    <message>
        <source>For this library. Existing copies are kept if you remove it.</source>
        <translation>Αυτής της βιβλιοθήκης. Ό,τι υπάρχει εκεί μένει εκεί, αν την καταργήσετε.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>ποτέ</translation>
    </message>
    <message>
        <source> minutes</source>
        <comment>behind a number</comment>
        <translation> λεπτά</translation>
    </message>
    <message>
        <source>An encrypted library locks after this period of inactivity.</source>
        <translation>Μια κρυπτογραφημένη βιβλιοθήκη κλειδώνει μετά από τόσο χρόνο χωρίς πλήκτρο ή ποντίκι.</translation>
    </message>
    <message>
        <source>New files in these folders are imported.</source>
        <translation>Ό,τι τοποθετείται σε αυτούς εισάγεται.</translation>
    </message>
    <message>
        <source>They help to find passages in other languages, and stay on this computer.</source>
        <translation>Βοηθούν στην εύρεση χωρίων σε άλλες γλώσσες και μένουν σε αυτόν τον υπολογιστή.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Επιλογή…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Κατάργηση</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Καμία</translation>
    </message>
    <message>
        <source>Choose the second backup location</source>
        <translation>Επιλογή της δεύτερης θέσης για αντίγραφα ασφαλείας</translation>
    </message>
    <message>
        <source>Second Backup Location</source>
        <translation>Δεύτερη θέση για αντίγραφα ασφαλείας</translation>
    </message>
    <message>
        <source>Watch Folder…</source>
        <translation>Παρακολούθηση φακέλου…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Διακοπή</translation>
    </message>
    <message>
        <source>Stop watching {folder}</source>
        <translation>Διακοπή παρακολούθησης: {folder}</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>Print</source>
        <translation>Εκτύπωση</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Εκτύπωση</translation>
    </message>
    <message>
        <source>the printer is not accepting anything to print</source>
        <translation>δεν δέχεται τίποτα προς εκτύπωση</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Σημειώσεις</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>προθεσμία {when}</translation>
    </message>
    <message>
        <source>INTERNAL</source>
        <translation>ΕΣΩΤΕΡΙΚΟ</translation>
    </message>
</context>
<context>
    <name>reply</name>
    <message>
        <source>in a new row</source>
        <translation>σε νέα γραμμή</translation>
    </message>
    <message>
        <source>a new paragraph</source>
        <translation>νέα παράγραφος</translation>
    </message>
    <message>
        <source>the text of the document was changed</source>
        <translation>άλλαξε το κείμενο του εγγράφου</translation>
    </message>
    <message>
        <source>in the amended text, on which we have no position</source>
        <translation>στο τροποποιημένο κείμενο, για το οποίο δεν έχουμε θέση</translation>
    </message>
    <message>
        <source>Nothing was changed in {file}</source>
        <translation>Τίποτα δεν άλλαξε στο {file}</translation>
    </message>
    <message>
        <source>outside the columns of our position</source>
        <translation>εκτός των στηλών της θέσης μας</translation>
    </message>
    <message>
        <source>in the place of a stance, but no stance</source>
        <translation>στη θέση μιας στάσης, αλλά δεν είναι στάση</translation>
    </message>
    <message>
        <source>a comment outside the rows</source>
        <translation>σχόλιο εκτός των γραμμών</translation>
    </message>
    <message>
        <source>its provision is no longer there</source>
        <translation>η διάταξή του δεν υπάρχει πλέον</translation>
    </message>
    <message>
        <source>Accept All That Are Certain</source>
        <translation>Αποδοχή όλων των βέβαιων</translation>
    </message>
    <message>
        <source>Without a place:</source>
        <translation>Χωρίς θέση:</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 αλλαγή</translation>
    </message>
    <message>
        <source>{n} changes</source>
        <translation>{n} αλλαγές</translation>
    </message>
    <message>
        <source>Reply in {file}: {changes}.</source>
        <translation>Απάντηση στο {file}: {changes}.</translation>
    </message>
    <message>
        <source>Word files ({suffixes})</source>
        <translation>Αρχεία Word ({suffixes})</translation>
    </message>
    <message>
        <source>Open Returned File</source>
        <translation>Άνοιγμα αρχείου που επιστράφηκε</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Ανάγνωση: {name}</translation>
    </message>
</context>
<context>
    <name>reporting</name>
    <message>
        <source>It contains only text for circulation. Paste it into an email.</source>
        <translation>Περιέχει ό,τι κυκλοφορεί. Επικολλήστε το σε μήνυμα.</translation>
    </message>
    <message>
        <source>Report copied</source>
        <translation>Η έκθεση αντιγράφηκε</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Συνεδρίαση</translation>
    </message>
</context>
<context>
    <name>send</name>
    <message>
        <source>Another template…</source>
        <translation>Άλλο πρότυπο…</translation>
    </message>
    <message>
        <source>Choose Template</source>
        <translation>Επιλογή προτύπου</translation>
    </message>
    <message>
        <source>Word documents and templates (*.docx *.dotx)</source>
        <translation>Έγγραφα και πρότυπα Word (*.docx *.dotx)</translation>
    </message>
</context>
<context>
    <name>strength</name>
    <message>
        <source>Too short: at least {least} characters.</source>
        <translation>Πολύ σύντομη: τουλάχιστον {least} χαρακτήρες.</translation>
    </message>
    <message>
        <source>Long enough, but too repetitive: easy to guess.</source>
        <translation>Αρκετά μεγάλη, αλλά με πολλές επαναλήψεις: μαντεύεται εύκολα.</translation>
    </message>
    <message>
        <source>Weak: a computer could guess it.</source>
        <translation>Αδύναμη: ένας υπολογιστής θα μπορούσε να τη μαντέψει.</translation>
    </message>
    <message>
        <source>Fair. Longer is better: use four or five unrelated words.</source>
        <translation>Μέτρια. Η μεγαλύτερη είναι καλύτερη: τέσσερις ή πέντε άσχετες μεταξύ τους λέξεις.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Ισχυρή.</translation>
    </message>
</context>
<context>
    <name>tabmenu</name>
    <message>
        <source>Close &amp;Other Tabs</source>
        <translation>Κλείσιμο των ά&amp;λλων</translation>
    </message>
</context>
<context>
    <name>undowords</name>
    <message>
        <source>notes</source>
        <translation>σημειώσεις</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} σημειώσεις</translation>
    </message>
    <message>
        <source>{kind} on {place}</source>
        <translation>{kind}, {place}</translation>
    </message>
    <message>
        <source>our position on {place}</source>
        <translation>η θέση μας: {place}</translation>
    </message>
    <message>
        <source>status of our position on {name}</source>
        <translation>κατάσταση της θέσης μας για το {name}</translation>
    </message>
    <message>
        <source>our position on {name}</source>
        <translation>η θέση μας για το {name}</translation>
    </message>
    <message>
        <source>placement of the {kind}</source>
        <translation>τοποθέτηση στο κείμενο: {kind}</translation>
    </message>
    <message>
        <source>placement of our position</source>
        <translation>τοποθέτηση στο κείμενο: η θέση μας</translation>
    </message>
    <message>
        <source>correction of {field} in {name}</source>
        <translation>διόρθωση στο {name}: {field}</translation>
    </message>
    <message>
        <source>restoring {name} from the trash</source>
        <translation>επαναφορά από τον κάδο: {name}</translation>
    </message>
    <message>
        <source>moving {name} to the trash</source>
        <translation>μεταφορά στον κάδο: {name}</translation>
    </message>
    <message>
        <source>change to delegation groups</source>
        <translation>αλλαγή στις ομάδες αντιπροσωπιών</translation>
    </message>
    <message>
        <source>meeting of {body}</source>
        <translation>συνεδρίαση: {body}</translation>
    </message>
    <message>
        <source>intervention {words}</source>
        <translation>παρέμβαση {words}</translation>
    </message>
    <message>
        <source>mark as done in {name}</source>
        <translation>σήμανση ότι έγινε στο {name}</translation>
    </message>
    <message>
        <source>mark as done of what {name} deleted</source>
        <translation>σήμανση ότι έγινε κάτι που διέγραψε το {name}</translation>
    </message>
    <message>
        <source>carry-over to {name}</source>
        <translation>όσα μεταφέρθηκαν στο {name}</translation>
    </message>
    <message>
        <source>rejected dossier suggestion</source>
        <translation>απάντηση ότι ένα έγγραφο δεν ανήκει στον φάκελο</translation>
    </message>
    <message>
        <source>choice of dossier for {name}</source>
        <translation>επιλογή φακέλου για το {name}</translation>
    </message>
    <message>
        <source>written comments in {name}</source>
        <translation>γραπτές παρατηρήσεις: {name}</translation>
    </message>
    <message>
        <source>phrase {keyword}</source>
        <translation>έτοιμη φράση {keyword}</translation>
    </message>
    <message>
        <source>removal of received notes</source>
        <translation>αφαίρεση σημειώσεων άλλων</translation>
    </message>
    <message>
        <source>package import</source>
        <translation>εισαγωγή πακέτου</translation>
    </message>
    <message>
        <source>removal of {what}</source>
        <translation>αφαίρεση: {what}</translation>
    </message>
    <message>
        <source>change to {what}</source>
        <translation>αλλαγή: {what}</translation>
    </message>
    <message>
        <source>a document</source>
        <translation>έγγραφο</translation>
    </message>
</context>
<context>
    <name>votewords</name>
    <message>
        <source>for</source>
        <translation>υπέρ</translation>
    </message>
    <message>
        <source>against</source>
        <translation>κατά</translation>
    </message>
    <message>
        <source>abstains</source>
        <translation>απέχει</translation>
    </message>
    <message>
        <source>abstains with a declaration</source>
        <translation>απέχει με δήλωση</translation>
    </message>
    <message>
        <source>undeclared</source>
        <translation>χωρίς δήλωση</translation>
    </message>
    <message>
        <source>not participating</source>
        <translation>δεν συμμετέχει</translation>
    </message>
    <message>
        <source>Qualified majority</source>
        <translation>Ειδική πλειοψηφία</translation>
    </message>
    <message>
        <source>Reinforced qualified majority</source>
        <translation>Ενισχυμένη ειδική πλειοψηφία</translation>
    </message>
    <message>
        <source>Simple majority</source>
        <translation>Απλή πλειοψηφία</translation>
    </message>
    <message>
        <source>Unanimity</source>
        <translation>Ομοφωνία</translation>
    </message>
    <message>
        <source>Article 16(4) TEU: 55 % of the members, 65 % of the population</source>
        <translation>Άρθρο 16 παράγραφος 4 ΣΕΕ: 55 % των μελών, 65 % του πληθυσμού</translation>
    </message>
    <message>
        <source>Article 238(2) TFEU, without a proposal of the Commission: 72 % of the members, 65 % of the population</source>
        <translation>Άρθρο 238 παράγραφος 2 ΣΛΕΕ, χωρίς πρόταση της Επιτροπής: 72 % των μελών, 65 % του πληθυσμού</translation>
    </message>
    <message>
        <source>Article 238(1) TFEU: more than half of the members</source>
        <translation>Άρθρο 238 παράγραφος 1 ΣΛΕΕ: περισσότερα από τα μισά μέλη</translation>
    </message>
    <message>
        <source>Article 238(4) TFEU: an abstention does not prevent it</source>
        <translation>Άρθρο 238 παράγραφος 4 ΣΛΕΕ: η αποχή δεν την εμποδίζει</translation>
    </message>
    <message>
        <source>All members</source>
        <translation>Όλα τα μέλη</translation>
    </message>
    <message>
        <source>Without Denmark</source>
        <translation>Χωρίς τη Δανία</translation>
    </message>
    <message>
        <source>Without Ireland</source>
        <translation>Χωρίς την Ιρλανδία</translation>
    </message>
    <message>
        <source>Without Denmark and Ireland</source>
        <translation>Χωρίς τη Δανία και την Ιρλανδία</translation>
    </message>
    <message>
        <source>Euro area</source>
        <translation>Η ζώνη του ευρώ</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Επιλογή με το χέρι</translation>
    </message>
    <message>
        <source>for example with {codes}</source>
        <translation>π.χ. με {codes}</translation>
    </message>
    <message>
        <source>only with {codes}</source>
        <translation>μόνο με {codes}</translation>
    </message>
    <message>
        <source>1 member short</source>
        <translation>λείπει 1 μέλος</translation>
    </message>
    <message>
        <source>{n} members short</source>
        <translation>λείπουν {n} μέλη</translation>
    </message>
    <message>
        <source>{points} points short</source>
        <translation>λείπουν {points} μονάδες</translation>
    </message>
    <message>
        <source>Blocking minority: {short}, {with_codes}</source>
        <translation>Μειοψηφία αρνησικυρίας: {short}, {with_codes}</translation>
    </message>
    <message>
        <source>Would be adopted</source>
        <translation>Θα εγκρινόταν</translation>
    </message>
    <message>
        <source>Would not be adopted</source>
        <translation>Δεν θα εγκρινόταν</translation>
    </message>
    <message>
        <source>Member States: {n} of {total} in favour</source>
        <translation>Κράτη μέλη: {n} από {total} υπέρ</translation>
    </message>
    <message>
        <source>Members: {n} for, {against} against</source>
        <translation>Μέλη: {n} υπέρ, {against} κατά</translation>
    </message>
    <message>
        <source>Population: {share} % in favour, {against} % against</source>
        <translation>Πληθυσμός: {share} % υπέρ, {against} % κατά</translation>
    </message>
    <message>
        <source>Population: {share} %</source>
        <translation>Πληθυσμός: {share} %</translation>
    </message>
    <message>
        <source>{number} needed</source>
        <translation>απαιτούνται {number}</translation>
    </message>
    <message>
        <source>{n} in favour</source>
        <translation>{n} υπέρ</translation>
    </message>
    <message>
        <source>{n} against</source>
        <translation>{n} κατά</translation>
    </message>
    <message>
        <source>Blocking minority: {codes}</source>
        <translation>Μειοψηφία αρνησικυρίας: {codes}</translation>
    </message>
    <message>
        <source>No blocking minority possible</source>
        <translation>Καμία μειοψηφία αρνησικυρίας</translation>
    </message>
    <message>
        <source>Blocked by {codes}</source>
        <translation>Εμποδίζεται από {codes}</translation>
    </message>
    <message>
        <source>Prevented by declared abstentions</source>
        <translation>Εμποδίζεται από δηλωμένες αποχές</translation>
    </message>
    <message>
        <source>{n} undeclared</source>
        <translation>{n} χωρίς δήλωση</translation>
    </message>
    <message>
        <source>Undeclared: {codes}</source>
        <translation>Χωρίς δήλωση: {codes}</translation>
    </message>
    <message>
        <source>{codes} and {last}</source>
        <translation>{codes} και {last}</translation>
    </message>
    <message>
        <source>Exact figures of {year}</source>
        <translation>Ακριβείς αριθμοί του {year}</translation>
    </message>
    <message>
        <source>Rounded percentages of {year}</source>
        <translation>Στρογγυλευμένα ποσοστά του {year}</translation>
    </message>
    <message>
        <source>entered on {day}</source>
        <translation>καταχωρίστηκαν στις {day}</translation>
    </message>
    <message>
        <source>A calculation, not an official result.</source>
        <translation>Υπολογισμός, όχι επίσημο αποτέλεσμα.</translation>
    </message>
    <message>
        <source>The figures are rounded, and the result depends on the rounding. Enter exact figures to be sure.</source>
        <translation>Οι αριθμοί είναι στρογγυλευμένοι, και η στρογγύλευση κρίνει εδώ: για βεβαιότητα, καταχωρίστε τους ακριβείς.</translation>
    </message>
</context>
</TS>
