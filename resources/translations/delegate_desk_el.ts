<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="el_GR" sourcelanguage="en_GB">
<context>
    <name>AgendaModel</name>
    <message>
        <source>{reference} · missing</source>
        <translation>{reference} · λείπει</translation>
    </message>
    <message>
        <source>{reference}, missing</source>
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
        <source>Agenda</source>
        <translation>Ημερήσια διάταξη</translation>
    </message>
    <message>
        <source>Add an item: title, document numbers</source>
        <translation>Νέο σημείο: τίτλος, έγγραφα</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Συνεδρίαση</translation>
    </message>
    <message>
        <source>&amp;Open	Enter</source>
        <translation>Άν&amp;οιγμα	Enter</translation>
    </message>
    <message>
        <source>&amp;Remove the Item	Del</source>
        <translation>Α&amp;φαίρεση του σημείου	Del</translation>
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
        <source>Where it was carried from</source>
        <translation>Από πού μεταφέρθηκε</translation>
    </message>
    <message>
        <source>Text of the annotation</source>
        <translation>Κείμενο του σχολιασμού</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Απάντηση</translation>
    </message>
    <message>
        <source>Reply to the annotation</source>
        <translation>Απάντηση στον σχολιασμό</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Διαγραφή</translation>
    </message>
    <message>
        <source>Put the annotation in the trash</source>
        <translation>Μεταφορά του σχολιασμού στον κάδο</translation>
    </message>
    <message>
        <source>Let it circulate</source>
        <translation>Να κυκλοφορεί</translation>
    </message>
    <message>
        <source>Keep it internal</source>
        <translation>Να μείνει εσωτερικό</translation>
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
        <source>Mark as open again</source>
        <translation>Να σημειωθεί πάλι ως ανοικτό</translation>
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
        <source>⌂ internal</source>
        <translation>⌂ εσωτερικό</translation>
    </message>
    <message>
        <source>Leaves with an export that circulates: press to keep it in</source>
        <translation>Περιέχεται στις εξαγωγές που κυκλοφορούν· πατήστε για να μείνει εσωτερικό</translation>
    </message>
    <message>
        <source>Never leaves with an export that circulates: press to let it</source>
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
        <source>Write …</source>
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
</context>
<context>
    <name>AnnotationExport</name>
    <message>
        <source>Export Annotations</source>
        <translation>Εξαγωγή σχολιασμών</translation>
    </message>
    <message>
        <source>&amp;As</source>
        <translation>&amp;Ως</translation>
    </message>
    <message>
        <source>Type of the file</source>
        <translation>Τύπος του αρχείου</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Για</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Για ποιον</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>Α&amp;ρχείο</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Αρχείο προς εγγραφή</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Επιλογή …</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Επιλογή του αρχείου</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Άν&amp;οιγμα</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Άνοιγμα του αρχείου</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Κλείσιμο</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>Ε&amp;ξαγωγή</translation>
    </message>
</context>
<context>
    <name>AnnotationExportDialog</name>
    <message>
        <source>Word document (.docx), by document in reading order</source>
        <translation>Έγγραφο Word (.docx), ανά έγγραφο με τη σειρά ανάγνωσης</translation>
    </message>
    <message>
        <source>Table for a spreadsheet (.csv)</source>
        <translation>Πίνακας για υπολογιστικό φύλλο (.csv)</translation>
    </message>
    <message>
        <source>Web Annotations (.jsonld), for other programs</source>
        <translation>Web Annotations (.jsonld), για άλλα προγράμματα</translation>
    </message>
    <message>
        <source>Circulation: what is internal stays here</source>
        <translation>Κυκλοφορία: ό,τι είναι εσωτερικό μένει εδώ</translation>
    </message>
    <message>
        <source>The capital: with what is internal</source>
        <translation>Πρωτεύουσα: μαζί με τα εσωτερικά</translation>
    </message>
    <message>
        <source>1 annotation leaves.</source>
        <translation>Εξάγεται 1 σχολιασμός.</translation>
    </message>
    <message>
        <source>{n} annotations leave.</source>
        <translation>Εξάγονται {n} σχολιασμοί.</translation>
    </message>
    <message>
        <source>1 of them is internal.</source>
        <translation>1 από αυτούς είναι εσωτερικός.</translation>
    </message>
    <message>
        <source>{n} of them are internal.</source>
        <translation>{n} από αυτούς είναι εσωτερικοί.</translation>
    </message>
    <message>
        <source>1 internal one stays here.</source>
        <translation>1 εσωτερικός μένει εδώ.</translation>
    </message>
    <message>
        <source>{n} internal ones stay here.</source>
        <translation>{n} εσωτερικοί μένουν εδώ.</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>Εγγραφή: {file}</translation>
    </message>
    <message>
        <source>1 annotation</source>
        <translation>1 σχολιασμός</translation>
    </message>
    <message>
        <source>{n} annotations</source>
        <translation>{n} σχολιασμοί</translation>
    </message>
    <message>
        <source>Written: {file}, {counted}</source>
        <translation>Γράφτηκε: {file}, {counted}</translation>
    </message>
</context>
<context>
    <name>Annotations</name>
    <message>
        <source>About the paragraph at hand</source>
        <translation>Σχετικά με την τρέχουσα παράγραφο</translation>
    </message>
    <message>
        <source>Said in meetings</source>
        <translation>Παρεμβάσεις σε συνεδριάσεις</translation>
    </message>
    <message>
        <source>Footnotes</source>
        <translation>Υποσημειώσεις</translation>
    </message>
    <message>
        <source>Refers to</source>
        <translation>Παραπέμπει σε</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Γλώσσες</translation>
    </message>
</context>
<context>
    <name>AnnotationsView</name>
    <message>
        <source>en</source>
        <comment>the code of the language that the window speaks: en, el or fr</comment>
        <translation>el</translation>
    </message>
    <message>
        <source>{name} leads nowhere in this library</source>
        <translation>Το {name} δεν οδηγεί πουθενά σε αυτή τη βιβλιοθήκη</translation>
    </message>
</context>
<context>
    <name>AnswerHead</name>
    <message>
        <source>Understood as: {text}</source>
        <translation>Ερμηνεία: {text}</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} από {count}</translation>
    </message>
    <message>
        <source>any ending</source>
        <translation>κάθε κατάληξη</translation>
    </message>
    <message>
        <source>only these forms</source>
        <translation>μόνο αυτοί οι τύποι</translation>
    </message>
    <message>
        <source>The index is being made anew: what is shown comes from the texts read so far, and is partial.</source>
        <translation>Το ευρετήριο δημιουργείται εκ νέου: όσα εμφανίζονται προέρχονται από τα κείμενα που έχουν διαβαστεί ώς τώρα και δεν είναι πλήρη.</translation>
    </message>
    <message>
        <source>1 change is not searched yet; it is being taken in.</source>
        <translation>1 αλλαγή δεν περιλαμβάνεται ακόμη στην αναζήτηση· καταχωρίζεται τώρα.</translation>
    </message>
    <message>
        <source>{n} changes are not searched yet; they are being taken in.</source>
        <translation>{n} αλλαγές δεν περιλαμβάνονται ακόμη στην αναζήτηση· καταχωρίζονται τώρα.</translation>
    </message>
    <message>
        <source>Time ran out: there may be more than is shown.</source>
        <translation>Ο χρόνος έληξε: μπορεί να υπάρχουν περισσότερα από όσα εμφανίζονται.</translation>
    </message>
    <message>
        <source>The index was missing or damaged and has been made anew from the library.</source>
        <translation>Το ευρετήριο έλειπε ή είχε καταστραφεί και δημιουργήθηκε εκ νέου από τη βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} ms</translation>
    </message>
    <message>
        <source>Nothing found so far</source>
        <translation>Δεν βρέθηκε τίποτα ώς τώρα</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Δεν βρέθηκε τίποτα</translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation>1 αποτέλεσμα</translation>
    </message>
    <message>
        <source>{n} hits</source>
        <translation>{n} αποτελέσματα</translation>
    </message>
    <message>
        <source>the first one shown</source>
        <translation>εμφανίζεται το πρώτο</translation>
    </message>
    <message>
        <source>the first {n} shown</source>
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
</context>
<context>
    <name>Arriving</name>
    <message>
        <source>Held already</source>
        <translation>Υπήρχε ήδη</translation>
    </message>
    <message>
        <source>Not everything was taken in</source>
        <translation>Δεν έγιναν δεκτά όλα</translation>
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
        <source>Comparing {name} with {old}</source>
        <translation>Σύγκριση: {name} με {old}</translation>
    </message>
    <message>
        <source>A revision came in of a document that bears notes of ours</source>
        <translation>Ήρθε αναθεώρηση εγγράφου που φέρει σημειώσεις μας</translation>
    </message>
    <message>
        <source>{n} revisions came in of documents that bear notes of ours</source>
        <translation>Ήρθαν {n} αναθεωρήσεις εγγράφων που φέρουν σημειώσεις μας</translation>
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
    <name>AskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
    <message>
        <source>{name} is to be filled in.</source>
        <translation>Συμπληρώστε το πεδίο «{name}».</translation>
    </message>
</context>
<context>
    <name>Backingup</name>
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
        <source>{file} was opened again and is whole: {count} documents with their originals, {size}.</source>
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
        <source>Backed up</source>
        <translation>Αντίγραφο έτοιμο</translation>
    </message>
    <message>
        <source>The backup is in the library; it is taken there as soon as it can be.</source>
        <translation>Το αντίγραφο ασφαλείας είναι στη βιβλιοθήκη· θα μεταφερθεί εκεί μόλις γίνει δυνατόν.</translation>
    </message>
    <message>
        <source>The second place for backups</source>
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
        <source>Restore Into Which Folder?</source>
        <translation>Σε ποιον φάκελο θα γίνει η επαναφορά;</translation>
    </message>
    <message>
        <source>Delegate Desk restored</source>
        <translation>Επαναφορά Delegate Desk</translation>
    </message>
    <message>
        <source>{count} documents are in {folder}; the library that is open stays as it is.</source>
        <translation>{count} έγγραφα βρίσκονται στον φάκελο {folder}· η ανοικτή βιβλιοθήκη μένει ως έχει.</translation>
    </message>
    <message>
        <source>Open it beside this one, or start: delegate-desk --library &quot;{folder}&quot;</source>
        <translation>Ανοίξτε την δίπλα σε αυτή ή εκτελέστε: delegate-desk --library &quot;{folder}&quot;</translation>
    </message>
    <message>
        <source>Originals that were neither in the backup nor beside it: {count}.</source>
        <translation>Πρωτότυπα που δεν ήταν ούτε στο αντίγραφο ούτε δίπλα του: {count}.</translation>
    </message>
    <message>
        <source>Open It</source>
        <translation>Άνοιγμα</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Η επαναφορά έγινε</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Αντίγραφα ασφαλείας</translation>
    </message>
    <message>
        <source>Working on a backup</source>
        <translation>Εργασία σε αντίγραφο</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>Αντίγραφα ασφαλείας</translation>
    </message>
    <message>
        <source>Kept are the last backup of each of {days} days, {weeks} weeks and {months} months, and copies made before an upgrade for {upgrade} days. What was deleted for good is in them until then. A backup is made when the program is closed, and each day while it is open, if anything changed.</source>
        <translation>Φυλάσσεται το τελευταίο αντίγραφο καθεμίας από {days} ημέρες, {weeks} εβδομάδες και {months} μήνες, και για {upgrade} ημέρες τα αντίγραφα που έγιναν πριν από αναβάθμιση. Ό,τι διαγράφηκε οριστικά μένει σε αυτά ώς τότε. Αντίγραφο δημιουργείται όταν κλείνει το πρόγραμμα, και κάθε ημέρα όσο είναι ανοικτό, εφόσον άλλαξε κάτι.</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Έγινε</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Μέγεθος</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Πού</translation>
    </message>
    <message>
        <source>Kept as</source>
        <translation>Φυλάσσεται ως</translation>
    </message>
    <message>
        <source>Goes</source>
        <translation>Διαγράφεται</translation>
    </message>
    <message>
        <source>How far the backup has come</source>
        <translation>Πρόοδος του αντιγράφου ασφαλείας</translation>
    </message>
    <message>
        <source>&amp;Back Up Now</source>
        <translation>Αντίγραφο &amp;τώρα</translation>
    </message>
    <message>
        <source>&amp;Restore Beside …</source>
        <translation>&amp;Επαναφορά παράλληλα…</translation>
    </message>
    <message>
        <source>Choose &amp;Second Place …</source>
        <translation>Επι&amp;λογή δεύτερης θέσης…</translation>
    </message>
    <message>
        <source>&amp;No Second Place</source>
        <translation>&amp;Χωρίς δεύτερη θέση</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Διακοπή</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Κλείσιμο</translation>
    </message>
    <message>
        <source>No backup yet: the first is made when the program is closed, or now.</source>
        <translation>Κανένα αντίγραφο ακόμη: το πρώτο δημιουργείται όταν κλείνει το πρόγραμμα, ή τώρα.</translation>
    </message>
    <message>
        <source>There is no second place: choose a stick or a drive, for a laptop that is lost.</source>
        <translation>Δεν έχει οριστεί δεύτερη θέση: επιλέξτε στικάκι ή δίσκο, για την περίπτωση που χαθεί ο φορητός υπολογιστής.</translation>
    </message>
    <message>
        <source>Second place: {folder}</source>
        <translation>Δεύτερη θέση: {folder}</translation>
    </message>
    <message>
        <source>Second place: {folder}, which is not there now; it is tried again by itself.</source>
        <translation>Δεύτερη θέση: {folder}, που δεν είναι τώρα διαθέσιμη· θα δοκιμαστεί πάλι αυτομάτως.</translation>
    </message>
    <message>
        <source>second place</source>
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
        <source>with the next</source>
        <translation>με το επόμενο</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>Δημιουργία αντιγράφου ασφαλείας</translation>
    </message>
    <message>
        <source>Made, opened again, and whole.</source>
        <translation>Δημιουργήθηκε, ανοίχθηκε εκ νέου και είναι πλήρες.</translation>
    </message>
    <message>
        <source>1 that had its time went.</source>
        <translation>Διαγράφηκε 1 του οποίου ο χρόνος είχε λήξει.</translation>
    </message>
    <message>
        <source>{n} that had their time went.</source>
        <translation>Διαγράφηκαν {n} των οποίων ο χρόνος είχε λήξει.</translation>
    </message>
    <message>
        <source>Second Place for Backups</source>
        <translation>Δεύτερη θέση για αντίγραφα ασφαλείας</translation>
    </message>
    <message>
        <source>Nothing is taken to a second place any more; what is there stays there.</source>
        <translation>Δεν μεταφέρεται πλέον τίποτα σε δεύτερη θέση· ό,τι υπάρχει εκεί μένει εκεί.</translation>
    </message>
    <message>
        <source>Stopped: no half of a backup stays.</source>
        <translation>Διακόπηκε: δεν μένει μισό αντίγραφο.</translation>
    </message>
</context>
<context>
    <name>BrowsedList</name>
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
        <source>&amp;Open</source>
        <translation>Άν&amp;οιγμα</translation>
    </message>
    <message>
        <source>Open in a New &amp;Tab</source>
        <translation>Άνοιγμα σε &amp;νέα καρτέλα</translation>
    </message>
    <message>
        <source>&amp;Done, or Open Again</source>
        <translation>Έ&amp;γινε, ή πάλι ανοικτό</translation>
    </message>
    <message>
        <source>&amp;Internal, or for Circulation</source>
        <translation>Ε&amp;σωτερικό, ή προς κυκλοφορία</translation>
    </message>
    <message>
        <source>T&amp;ags …</source>
        <translation>Ε&amp;τικέτες …</translation>
    </message>
    <message>
        <source>&amp;Change …</source>
        <translation>&amp;Αλλαγή …</translation>
    </message>
    <message>
        <source>Move to the T&amp;rash</source>
        <translation>Μεταφορά στον κά&amp;δο</translation>
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
    <name>BrowsedModel</name>
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
    <name>Browser</name>
    <message>
        <source>All annotations</source>
        <translation>Όλοι οι σχολιασμοί</translation>
    </message>
    <message>
        <source>Narrow the annotations</source>
        <translation>Περιορισμός των σχολιασμών</translation>
    </message>
    <message>
        <source>Narrow by words, kind, tag, document</source>
        <translation>Περιορισμός κατά λέξεις, είδος, ετικέτα, έγγραφο</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Εκτύπωση …</translation>
    </message>
    <message>
        <source>Print what is shown</source>
        <translation>Εκτύπωση όσων εμφανίζονται</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Εξαγωγή …</translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation>Εξαγωγή όσων εμφανίζονται</translation>
    </message>
    <message>
        <source>What stands together</source>
        <translation>Ομαδοποίηση</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Σχολιασμοί</translation>
    </message>
    <message>
        <source>Tags to add</source>
        <translation>Ετικέτες προς προσθήκη</translation>
    </message>
    <message>
        <source>Tags to take off</source>
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
    <name>BrowserSide</name>
    <message>
        <source>Narrow the annotations</source>
        <translation>Περιορισμός των σχολιασμών</translation>
    </message>
    <message>
        <source>Made from, a day, month or year</source>
        <translation>Από, ημέρα, μήνας ή έτος</translation>
    </message>
    <message>
        <source>Made from: 2026-11-25</source>
        <translation>Από: 2026-11-25</translation>
    </message>
    <message>
        <source>Made until, a day, month or year</source>
        <translation>Έως, ημέρα, μήνας ή έτος</translation>
    </message>
    <message>
        <source>Made until: 2026-11</source>
        <translation>Έως: 2026-11</translation>
    </message>
    <message>
        <source>no day, month or year: 2026-11-25, 2026-11, 2026</source>
        <translation>όχι ημέρα, μήνας ή έτος: 2026-11-25, 2026-11, 2026</translation>
    </message>
</context>
<context>
    <name>BrowserView</name>
    <message>
        <source>Add tags</source>
        <translation>Προσθήκη ετικετών</translation>
    </message>
    <message>
        <source>Take tags off</source>
        <translation>Αφαίρεση ετικετών</translation>
    </message>
    <message>
        <source>Print what is shown</source>
        <translation>Εκτύπωση όσων εμφανίζονται</translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation>Εξαγωγή όσων εμφανίζονται</translation>
    </message>
    <message>
        <source>No annotation yet: N on a paragraph of a text writes a note on it.</source>
        <translation>Κανένας σχολιασμός ακόμη: με N σε παράγραφο κειμένου γράφετε σημείωση.</translation>
    </message>
    <message>
        <source>No annotation fits all that is chosen; × takes a choice out.</source>
        <translation>Κανένας σχολιασμός δεν πληροί όλες τις επιλογές· με × αφαιρείτε μία.</translation>
    </message>
    <message>
        <source>No annotation has all of these words.</source>
        <translation>Κανένας σχολιασμός δεν περιέχει όλες αυτές τις λέξεις.</translation>
    </message>
    <message>
        <source>1 annotation</source>
        <translation>1 σχολιασμός</translation>
    </message>
    <message>
        <source>{n} annotations</source>
        <translation>{n} σχολιασμοί</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} από {all}</translation>
    </message>
    <message>
        <source> · {n} chosen</source>
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
        <source>Tags of 1 annotation</source>
        <translation>Ετικέτες 1 σχολιασμού</translation>
    </message>
    <message>
        <source>Tags of {n} annotations</source>
        <translation>Ετικέτες {n} σχολιασμών</translation>
    </message>
</context>
<context>
    <name>CaptureLine</name>
    <message>
        <source>Capture line</source>
        <translation>Γραμμή καταγραφής</translation>
    </message>
    <message>
        <source>DE+ 10 who, a sign, where, words · a place alone goes there</source>
        <translation>DE+ 10 ποιος, σύμβολο, διάταξη, λόγια · μόνο διάταξη: μετάβαση εκεί</translation>
    </message>
    <message>
        <source>mending · Esc leaves it as it was</source>
        <translation>διόρθωση · Esc αφήνει τη γραμμή ως είχε</translation>
    </message>
</context>
<context>
    <name>CarryingView</name>
    <message>
        <source>What was carried over</source>
        <translation>Τι μεταφέρθηκε</translation>
    </message>
    <message>
        <source>Nothing of ours stood on {name}: there is nothing to carry over.</source>
        <translation>Δεν υπήρχε τίποτα δικό μας στο {name}: δεν υπάρχει τίποτα προς μεταφορά.</translation>
    </message>
    <message>
        <source>Carried over</source>
        <translation>Μεταφέρθηκαν</translation>
    </message>
    <message>
        <source>1 to look at: a figure picks its place, 0 says that it belongs nowhere, Enter shows it.</source>
        <translation>1 προς έλεγχο: με αριθμό επιλέγετε τη θέση του, με 0 δηλώνετε ότι δεν ανήκει πουθενά, με Enter εμφανίζεται.</translation>
    </message>
    <message>
        <source>{n} to look at: a figure picks a place, 0 says that it belongs nowhere, Enter shows it.</source>
        <translation>{n} προς έλεγχο: με αριθμό επιλέγετε θέση, με 0 δηλώνετε ότι δεν ανήκει πουθενά, με Enter εμφανίζεται.</translation>
    </message>
    <message>
        <source>All have their place; nothing waits for you.</source>
        <translation>Όλα έχουν τη θέση τους· δεν εκκρεμεί τίποτα.</translation>
    </message>
</context>
<context>
    <name>Catching</name>
    <message>
        <source>There is no {place} here; Enter again keeps it as a note</source>
        <translation>Δεν υπάρχει εδώ {place}· με Enter πάλι φυλάσσεται ως σημείωση</translation>
    </message>
    <message>
        <source>{what}: noted</source>
        <translation>{what}: σημειώθηκε</translation>
    </message>
    <message>
        <source>{name} is {codes}</source>
        <translation>{name}: {codes}</translation>
    </message>
    <message>
        <source>{name} is no group any more</source>
        <translation>{name}: δεν είναι πλέον ομάδα</translation>
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
    <name>CheckDialog</name>
    <message>
        <source>The library is damaged</source>
        <translation>Η βιβλιοθήκη έχει βλάβη</translation>
    </message>
    <message>
        <source>Part of its database cannot be read. What can be read is recovered, and the rest filled in from the newest backup: now, or when Delegate Desk is started next.</source>
        <translation>Μέρος της βάσης δεδομένων της δεν διαβάζεται. Ό,τι διαβάζεται ανακτάται και το υπόλοιπο συμπληρώνεται από το νεότερο αντίγραφο ασφαλείας: τώρα, ή την επόμενη φορά που θα ανοίξει το Delegate Desk.</translation>
    </message>
    <message>
        <source>Check the library</source>
        <translation>Έλεγχος της βιβλιοθήκης</translation>
    </message>
    <message>
        <source>Making the library anew from its originals …</source>
        <translation>Ανασύσταση της βιβλιοθήκης από τα πρωτότυπά της …</translation>
    </message>
    <message>
        <source>Check the Library</source>
        <translation>Έλεγχος της βιβλιοθήκης</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Τι διαπιστώθηκε</translation>
    </message>
    <message>
        <source>How far the look has come</source>
        <translation>Πρόοδος του ελέγχου</translation>
    </message>
    <message>
        <source>&amp;Mend</source>
        <translation>&amp;Επιδιόρθωση</translation>
    </message>
    <message>
        <source>&amp;Rebuild from Originals …</source>
        <translation>&amp;Ανασύσταση από πρωτότυπα…</translation>
    </message>
    <message>
        <source>Look &amp;Again</source>
        <translation>Έλεγχος &amp;ξανά</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Διακοπή</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Κλείσιμο</translation>
    </message>
    <message>
        <source>Looking over the library …</source>
        <translation>Η βιβλιοθήκη ελέγχεται …</translation>
    </message>
    <message>
        <source>The library is whole.</source>
        <translation>Η βιβλιοθήκη είναι ακέραια.</translation>
    </message>
    <message>
        <source>This was found:</source>
        <translation>Διαπιστώθηκαν τα εξής:</translation>
    </message>
    <message>
        <source>Mending the library …</source>
        <translation>Η βιβλιοθήκη επιδιορθώνεται …</translation>
    </message>
    <message>
        <source>The database is made anew from the originals and the plain files beside it. The window closes meanwhile, and the database that is there is kept. This may take as long as bringing all documents in. Go on?</source>
        <translation>Η βάση δεδομένων δημιουργείται εκ νέου από τα πρωτότυπα και τα απλά αρχεία δίπλα τους. Στο μεταξύ το παράθυρο κλείνει, και η υπάρχουσα βάση δεδομένων φυλάσσεται. Μπορεί να διαρκέσει όσο η εισαγωγή όλων των εγγράφων. Θέλετε να συνεχίσετε;</translation>
    </message>
    <message>
        <source>It was stopped; what is mended stays so.</source>
        <translation>Διακόπηκε· ό,τι επιδιορθώθηκε μένει έτσι.</translation>
    </message>
    <message>
        <source>The library could not be looked over.</source>
        <translation>Ο έλεγχος της βιβλιοθήκης δεν ήταν δυνατός.</translation>
    </message>
</context>
<context>
    <name>ChipButton</name>
    <message>
        <source>{part}, take out</source>
        <translation>{part}, αφαίρεση</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>Understood</source>
        <translation>Ερμηνεία</translation>
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
        <source>wants “{words}”</source>
        <translation>ζητεί «{words}»</translation>
    </message>
</context>
<context>
    <name>ChooseDocument</name>
    <message>
        <source>Compare {name} with</source>
        <translation>Σύγκριση του {name} με</translation>
    </message>
    <message>
        <source>Compare {name} with: type a reference or words of the subject</source>
        <translation>Σύγκριση του {name} με: πληκτρολογήστε αριθμό εγγράφου ή λέξεις του θέματος</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Έγγραφα</translation>
    </message>
    <message>
        <source>No other document is held: drop files on the window, or bring them in.</source>
        <translation>Δεν υπάρχει άλλο έγγραφο: σύρετε αρχεία στο παράθυρο ή εισαγάγετέ τα.</translation>
    </message>
    <message>
        <source>No document held has these words.</source>
        <translation>Κανένα έγγραφο της βιβλιοθήκης δεν έχει αυτές τις λέξεις.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>What changed is saved. Backing it up …</source>
        <translation>Όλα αποθηκεύτηκαν. Δημιουργείται αντίγραφο …</translation>
    </message>
    <message>
        <source>How far the backup has come</source>
        <translation>Πρόοδος του αντιγράφου ασφαλείας</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Παράλειψη</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>CodesField</name>
    <message>
        <source>{code} is no delegation&apos;s code.</source>
        <translation>Το {code} δεν είναι κωδικός αντιπροσωπίας.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Draft on This &amp;Paragraph</source>
        <translation>Διατύπωση για αυτήν την &amp;παράγραφο</translation>
    </message>
    <message>
        <source>Bring In Documents</source>
        <translation>Εισαγωγή εγγράφων</translation>
    </message>
    <message>
        <source>Documents (*.pdf *.docx *.html *.htm *.txt *.zip *.eml)</source>
        <translation>Έγγραφα (*.pdf *.docx *.html *.htm *.txt *.zip *.eml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Όλα τα αρχεία (*)</translation>
    </message>
    <message>
        <source>Copy files in a file manager first, or a text anywhere.</source>
        <translation>Αντιγράψτε πρώτα αρχεία από τη διαχείριση αρχείων, ή ένα κείμενο από οπουδήποτε.</translation>
    </message>
    <message>
        <source>Nothing to bring in</source>
        <translation>Τίποτα προς εισαγωγή</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>The library has no earlier revision of {name}</source>
        <translation>Η βιβλιοθήκη δεν έχει προηγούμενη αναθεώρηση του {name}</translation>
    </message>
    <message>
        <source>Compare with another document</source>
        <translation>Σύγκριση με άλλο έγγραφο</translation>
    </message>
    <message>
        <source>{name} is held in no other language</source>
        <translation>Το {name} δεν υπάρχει σε άλλη γλώσσα</translation>
    </message>
    <message>
        <source>Enter open · Shift+Enter the old text · 1–9 show alone · 0 all</source>
        <translation>Enter άνοιγμα · Shift+Enter παλαιό κείμενο · 1–9 μόνο αυτές · 0 όλες</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Comparison</source>
        <translation>Σύγκριση</translation>
    </message>
    <message>
        <source>As marked</source>
        <translation>Με επισημάνσεις</translation>
    </message>
    <message>
        <source>Compare all words that are printed, new and struck ones</source>
        <translation>Σύγκριση όλων των τυπωμένων λέξεων, νέων και διαγραμμένων</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Πριν</translation>
    </message>
    <message>
        <source>Compare the texts without the changes they mark</source>
        <translation>Σύγκριση των κειμένων χωρίς τις αλλαγές που επισημαίνουν</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Μετά</translation>
    </message>
    <message>
        <source>Compare the texts as they would stand after the changes they mark</source>
        <translation>Σύγκριση των κειμένων όπως θα είχαν μετά τις αλλαγές που επισημαίνουν</translation>
    </message>
    <message>
        <source>One column</source>
        <translation>Μία στήλη</translation>
    </message>
    <message>
        <source>To Word …</source>
        <translation>Σε Word …</translation>
    </message>
    <message>
        <source>Write the comparison as a Word file (Ctrl+E)</source>
        <translation>Εγγραφή της σύγκρισης σε αρχείο Word (Ctrl+E)</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Πρόοδος της σύγκρισης</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Διακοπή</translation>
    </message>
</context>
<context>
    <name>ComparisonExport</name>
    <message>
        <source>Comparison to Word</source>
        <translation>Σύγκριση σε Word</translation>
    </message>
    <message>
        <source>&amp;Changes</source>
        <translation>Α&amp;λλαγές</translation>
    </message>
    <message>
        <source>How changes are shown</source>
        <translation>Πώς φαίνονται οι αλλαγές</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>&amp;Ενδείξεις</translation>
    </message>
    <message>
        <source>Language of the labels</source>
        <translation>Γλώσσα των ενδείξεων</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>Α&amp;ρχείο</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Αρχείο προς εγγραφή</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Επιλογή …</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Επιλογή του αρχείου</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Άν&amp;οιγμα</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Άνοιγμα του αρχείου</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Κλείσιμο</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>Ε&amp;ξαγωγή</translation>
    </message>
</context>
<context>
    <name>ComparisonExportDialog</name>
    <message>
        <source>Word documents (*.docx)</source>
        <translation>Έγγραφα Word (*.docx)</translation>
    </message>
    <message>
        <source>Tracked in Word: each can be accepted or rejected</source>
        <translation>Παρακολούθηση στο Word: αποδοχή ή απόρριψη καθεμιάς</translation>
    </message>
    <message>
        <source>As the Council marks them: bold underlined, struck</source>
        <translation>Όπως στο Συμβούλιο: έντονα υπογραμμισμένα, διαγραμμένα</translation>
    </message>
    <message>
        <source>{names}, side by side, with no annotation of ours.</source>
        <translation>{names}, σε δύο στήλες, χωρίς δικούς μας σχολιασμούς.</translation>
    </message>
    <message>
        <source>{names}, all of the text with its changes, with no annotation of ours.</source>
        <translation>{names}, όλο το κείμενο με τις αλλαγές του, χωρίς δικούς μας σχολιασμούς.</translation>
    </message>
    <message>
        <source>comparison {names}</source>
        <translation>σύγκριση {names}</translation>
    </message>
    <message>
        <source>with</source>
        <translation>με</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>Εγγραφή: {file}</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Γράφτηκε: {file}</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source> now </source>
        <translation> τώρα </translation>
    </message>
    <message>
        <source>gone: {words}</source>
        <translation>απαλείφθηκε: {words}</translation>
    </message>
    <message>
        <source>new: {words}</source>
        <translation>νέο: {words}</translation>
    </message>
</context>
<context>
    <name>ComparisonPage</name>
    <message>
        <source>Changes</source>
        <translation>Αλλαγές</translation>
    </message>
    <message>
        <source>Open in the New Text</source>
        <translation>Άνοιγμα στο νέο κείμενο</translation>
    </message>
    <message>
        <source>Open in the Old Text</source>
        <translation>Άνοιγμα στο παλαιό κείμενο</translation>
    </message>
    <message>
        <source>Copy the Text</source>
        <translation>Αντιγραφή του κειμένου</translation>
    </message>
</context>
<context>
    <name>ComparisonSide</name>
    <message>
        <source>About the change at hand</source>
        <translation>Σχετικά με την τρέχουσα αλλαγή</translation>
    </message>
    <message>
        <source>This change</source>
        <translation>Αυτή η αλλαγή</translation>
    </message>
    <message>
        <source>Ours on it</source>
        <translation>Δικά μας εδώ</translation>
    </message>
    <message>
        <source>Not certain: nothing is carried over by itself.</source>
        <translation>Δεν είναι βέβαιο: τίποτα δεν μεταφέρεται αυτομάτως.</translation>
    </message>
    <message>
        <source>The old text could as well be gone, and this one be new.</source>
        <translation>Το παλαιό κείμενο μπορεί και να απαλείφθηκε, και αυτό να είναι νέο.</translation>
    </message>
    <message>
        <source>It could also be:</source>
        <translation>Μπορεί να είναι και:</translation>
    </message>
    <message>
        <source>Look at {place}</source>
        <translation>Μετάβαση: {place}</translation>
    </message>
    <message>
        <source>Our line on {name}</source>
        <translation>Η γραμμή μας για το {name}</translation>
    </message>
    <message>
        <source>Our position has a line on it</source>
        <translation>Η θέση μας έχει γραμμή για αυτό</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>change {n} of {count}</source>
        <translation>αλλαγή {n} από {count}</translation>
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
        <source>{key} next</source>
        <translation>{key} επόμενη</translation>
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
        <source>Stopped.</source>
        <translation>Διακόπηκε.</translation>
    </message>
    <message>
        <source>Compare Again</source>
        <translation>Νέα σύγκριση</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>Αυτό δεν πέτυχε.</translation>
    </message>
</context>
<context>
    <name>ConsequencesDialog</name>
    <message>
        <source>What changed for us in {name}</source>
        <translation>Τι άλλαξε για εμάς στο {name}</translation>
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
        <source>1 thing of ours</source>
        <translation>1 δικό μας στοιχείο</translation>
    </message>
    <message>
        <source>{n} things of ours</source>
        <translation>{n} δικά μας στοιχεία</translation>
    </message>
    <message>
        <source>internal: for the capital alone</source>
        <translation>εσωτερικό: μόνο για την πρωτεύουσα</translation>
    </message>
</context>
<context>
    <name>ConsequencesView</name>
    <message>
        <source>What changed for us</source>
        <translation>Τι άλλαξε για εμάς</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>Σύγκριση …</translation>
    </message>
    <message>
        <source>Look at what was carried over</source>
        <translation>Έλεγχος όσων μεταφέρθηκαν</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Σύγκριση</translation>
    </message>
    <message>
        <source>Lay the two documents side by side</source>
        <translation>Τα δύο έγγραφα σε αντιπαράθεση</translation>
    </message>
    <message>
        <source>To Word …</source>
        <translation>Σε Word …</translation>
    </message>
    <message>
        <source>Write this page to a file</source>
        <translation>Εγγραφή αυτής της σελίδας σε αρχείο</translation>
    </message>
    <message>
        <source>As mail</source>
        <translation>Για μήνυμα</translation>
    </message>
    <message>
        <source>Copy this page as the text of a mail</source>
        <translation>Αντιγραφή αυτής της σελίδας ως κειμένου μηνύματος</translation>
    </message>
    <message>
        <source>Nothing changed, and nothing of ours stood there.</source>
        <translation>Τίποτα δεν άλλαξε και δεν υπήρχε εκεί τίποτα δικό μας.</translation>
    </message>
    <message>
        <source>Carried over: {n} placed</source>
        <translation>Μεταφορά: {n} τοποθετήθηκαν</translation>
    </message>
    <message>
        <source>{n} to look at</source>
        <translation>{n} προς έλεγχο</translation>
    </message>
    <message>
        <source>{n} gone</source>
        <translation>{n} χωρίς διάταξη</translation>
    </message>
    <message>
        <source>{n} deleted earlier</source>
        <translation>{n} είχαν διαγραφεί νωρίτερα</translation>
    </message>
    <message>
        <source>Nothing of ours stood on {name}.</source>
        <translation>Δεν υπήρχε τίποτα δικό μας στο {name}.</translation>
    </message>
    <message>
        <source>Look at 1 note</source>
        <translation>Έλεγχος 1 σημείωσης</translation>
    </message>
    <message>
        <source>Look at {n} notes</source>
        <translation>Έλεγχος {n} σημειώσεων</translation>
    </message>
    <message>
        <source>Look at all</source>
        <translation>Έλεγχος όλων</translation>
    </message>
</context>
<context>
    <name>Contributing</name>
    <message>
        <source>Others · {name}</source>
        <translation>Άλλοι · {name}</translation>
    </message>
    <message>
        <source>Bring in a contribution on {name}</source>
        <translation>Εισαγωγή συνεισφοράς για το {name}</translation>
    </message>
    <message>
        <source>Which paper speaks on {name}: type a reference or words of the subject</source>
        <translation>Ποιο έγγραφο αφορά το {name}: πληκτρολογήστε αριθμό ή λέξεις του θέματος</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Ανάγνωση: {name}</translation>
    </message>
    <message>
        <source>J K choose · 1–9 pick a place · P type one · 0 general · Enter open</source>
        <translation>J K επιλογή · 1–9 θέση από τις προτεινόμενες · P άλλη θέση · 0 γενικά · Enter άνοιγμα</translation>
    </message>
</context>
<context>
    <name>ContributionDialog</name>
    <message>
        <source>Bring In a Contribution on {name}</source>
        <translation>Εισαγωγή συνεισφοράς για το {name}</translation>
    </message>
    <message>
        <source>Codes, such as EL or EL, CY</source>
        <translation>Κωδικοί, όπως EL ή EL, CY</translation>
    </message>
    <message>
        <source>Bring In</source>
        <translation>Εισαγωγή</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Έγγραφο</translation>
    </message>
    <message>
        <source>&amp;Whose it is</source>
        <translation>&amp;Ποιου είναι</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Ερμηνεία</translation>
    </message>
</context>
<context>
    <name>ContributionsView</name>
    <message>
        <source>What others wrote</source>
        <translation>Τι έγραψαν οι άλλοι</translation>
    </message>
    <message>
        <source>Papers brought in</source>
        <translation>Έγγραφα που εισήχθησαν</translation>
    </message>
    <message>
        <source>Bring In a Contribution …</source>
        <translation>Εισαγωγή συνεισφοράς …</translation>
    </message>
    <message>
        <source>Another place, such as 5(2)(a), and Enter</source>
        <translation>Άλλη διάταξη, όπως 5(2)(a), και Enter</translation>
    </message>
    <message>
        <source>Place of what is at hand</source>
        <translation>Διάταξη του τρέχοντος στοιχείου</translation>
    </message>
    <message>
        <source>No contribution on {name} is brought in. Enter lets you choose a paper that is in the library.</source>
        <translation>Δεν έχει εισαχθεί συνεισφορά για το {name}. Με Enter επιλέγετε έγγραφο που είναι στη βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>1 without a place: a figure picks one, P types one, 0 makes it a general comment.</source>
        <translation>1 χωρίς διάταξη: με αριθμό επιλέγετε μία, με P την πληκτρολογείτε, με 0 γίνεται γενική παρατήρηση.</translation>
    </message>
    <message>
        <source>{n} without a place: a figure picks one, P types one, 0 makes it a general comment.</source>
        <translation>{n} χωρίς διάταξη: με αριθμό επιλέγετε μία, με P την πληκτρολογείτε, με 0 γίνεται γενική παρατήρηση.</translation>
    </message>
    <message>
        <source>All have their place. Enter shows it, P gives another one.</source>
        <translation>Όλα έχουν τη διάταξή τους. Με Enter εμφανίζεται, με P δίνετε άλλη.</translation>
    </message>
</context>
<context>
    <name>DamagedDialog</name>
    <message>
        <source>The library is damaged.</source>
        <translation>Η βιβλιοθήκη έχει βλάβη.</translation>
    </message>
    <message>
        <source>What came from where</source>
        <translation>Τι προήλθε από πού</translation>
    </message>
    <message>
        <source>How far the recovery has come</source>
        <translation>Πρόοδος της ανάκτησης</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Ανάκτηση</translation>
    </message>
    <message>
        <source>Restore a &amp;Backup Beside …</source>
        <translation>&amp;Επαναφορά αντιγράφου παράλληλα…</translation>
    </message>
    <message>
        <source>Open as It &amp;Is</source>
        <translation>Άνοιγμα &amp;ως έχει</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Έξ&amp;οδος</translation>
    </message>
    <message>
        <source>Its database cannot be read ({reason}).</source>
        <translation>Η βάση δεδομένων της δεν διαβάζεται ({reason}).</translation>
    </message>
    <message>
        <source>Damage was met in its database while it was open last.</source>
        <translation>Διαπιστώθηκε βλάβη στη βάση δεδομένων της όταν ήταν ανοικτή την τελευταία φορά.</translation>
    </message>
    <message>
        <source>{why} It is in {folder}.</source>
        <translation>{why} Βρίσκεται στον φάκελο {folder}.</translation>
    </message>
    <message>
        <source>Nothing was changed. Recover reads all that can still be read, fills in what is missing from the newest backup and from the plain files beside the database, and then lists what came from where. The damaged files are kept as they are.</source>
        <translation>Τίποτα δεν άλλαξε. Η ανάκτηση διαβάζει ό,τι διαβάζεται ακόμη, συμπληρώνει όσα λείπουν από το νεότερο αντίγραφο ασφαλείας και από τα απλά αρχεία δίπλα στη βάση δεδομένων, και απαριθμεί τι προήλθε από πού. Τα κατεστραμμένα αρχεία φυλάσσονται ως έχουν.</translation>
    </message>
    <message>
        <source>Or a backup can be restored into another folder, beside this library.</source>
        <translation>Εναλλακτικά, μπορεί να γίνει επαναφορά αντιγράφου ασφαλείας σε άλλον φάκελο, δίπλα σε αυτή τη βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>Recovering the library …</source>
        <translation>Η βιβλιοθήκη ανακτάται …</translation>
    </message>
    <message>
        <source>The library was recovered. This came from where:</source>
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
        <source>An Empty Folder for It</source>
        <translation>Κενός φάκελος για την επαναφορά</translation>
    </message>
    <message>
        <source>Restoring a backup …</source>
        <translation>Επαναφορά αντιγράφου …</translation>
    </message>
    <message>
        <source>The backup was restored; the damaged library stays as it is.</source>
        <translation>Η επαναφορά του αντιγράφου έγινε· η κατεστραμμένη βιβλιοθήκη μένει ως έχει.</translation>
    </message>
    <message>
        <source>{count} documents are in {folder}. To open it, start: delegate-desk --library &quot;{folder}&quot;</source>
        <translation>{count} έγγραφα βρίσκονται στον φάκελο {folder}. Για να ανοίξουν, εκτελέστε: delegate-desk --library &quot;{folder}&quot;</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>Αυτό δεν πέτυχε.</translation>
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
        <source>Choose your delegation, or type its two letters. You are asked once; it is kept in this library.</source>
        <translation>Επιλέξτε την αντιπροσωπία σας ή πληκτρολογήστε τα δύο γράμματά της. Ερωτάσθε μία φορά· η επιλογή φυλάσσεται σε αυτή τη βιβλιοθήκη.</translation>
    </message>
</context>
<context>
    <name>Delegations</name>
    <message>
        <source>Choose, or type its first letters</source>
        <translation>Επιλέξτε ή πληκτρολογήστε τα πρώτα γράμματα</translation>
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
        <source>&amp;Open</source>
        <translation>Άν&amp;οιγμα</translation>
    </message>
    <message>
        <source>Move to the &amp;Trash</source>
        <translation>Μεταφορά στον &amp;κάδο</translation>
    </message>
    <message>
        <source>&amp;Bring Back from the Trash</source>
        <translation>&amp;Επαναφορά από τον κάδο</translation>
    </message>
    <message>
        <source>&amp;Empty the Trash …</source>
        <translation>Ά&amp;δειασμα του κάδου …</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Μετονομασία</translation>
    </message>
    <message>
        <source>&amp;Keep This Search No More</source>
        <translation>Να μη &amp;φυλάσσεται η αναζήτηση</translation>
    </message>
    <message>
        <source>Open the O&amp;riginal File</source>
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
        <source>Meetings</source>
        <translation>Συνεδριάσεις</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Έγγραφα</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Θέσεις</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Ετικέτες</translation>
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
        <source>Only the newest</source>
        <translation>Μόνο το νεότερο</translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation>Όλα ({n})</translation>
    </message>
    <message>
        <source>Missing documents</source>
        <translation>Έγγραφα που λείπουν</translation>
    </message>
    <message>
        <source>named by {names}</source>
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
        <source>Empty the Trash</source>
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
        <source>1 annotation</source>
        <translation>1 σχολιασμός</translation>
    </message>
    <message>
        <source>{n} annotations</source>
        <translation>{n} σχολιασμοί</translation>
    </message>
    <message>
        <source> and </source>
        <translation> και </translation>
    </message>
    <message>
        <source>Remove {what} for good?</source>
        <translation>Να διαγραφούν οριστικά: {what};</translation>
    </message>
    <message>
        <source>Their originals, annotations and positions go with them.</source>
        <translation>Μαζί διαγράφονται τα πρωτότυπα, οι σχολιασμοί και οι θέσεις τους.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Η ενέργεια δεν αναιρείται.</translation>
    </message>
    <message>
        <source>Remove for Good</source>
        <translation>Οριστική διαγραφή</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Διατήρηση</translation>
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
        <source>Nothing in the library has these words.</source>
        <translation>Τίποτα στη βιβλιοθήκη δεν έχει αυτές τις λέξεις.</translation>
    </message>
    <message>
        <source>Nothing in the library has these words; {key} searches the texts.</source>
        <translation>Τίποτα στη βιβλιοθήκη δεν έχει αυτές τις λέξεις· με {key} αναζητείτε στα κείμενα.</translation>
    </message>
    <message>
        <source>Compare the Two</source>
        <translation>Σύγκριση των δύο</translation>
    </message>
    <message>
        <source>Show or Hide</source>
        <translation>Εμφάνιση ή απόκρυψη</translation>
    </message>
</context>
<context>
    <name>Dossiers</name>
    <message>
        <source>A paper may belong to a dossier</source>
        <translation>Ένα έγγραφο ίσως ανήκει σε φάκελο</translation>
    </message>
    <message>
        <source>{n} papers may belong to dossiers</source>
        <translation>{n} έγγραφα ίσως ανήκουν σε φακέλους</translation>
    </message>
    <message>
        <source>{paper} to {dossier}: {reasons}</source>
        <translation>{paper} στον φάκελο {dossier}: {reasons}</translation>
    </message>
    <message>
        <source>Look and answer</source>
        <translation>Έλεγχος και απάντηση</translation>
    </message>
    <message>
        <source>Move to Another Dossier</source>
        <translation>Μετακίνηση σε άλλον φάκελο</translation>
    </message>
    <message>
        <source>Type what the dossier is about, or its file</source>
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
    <message>
        <source>↑↓ choose · Enter open · C compare · Shift+↑↓ two · M move · S stand apart · U as papers say</source>
        <translation>↑↓ επιλογή · Enter άνοιγμα · C σύγκριση · Shift+↑↓ δύο · M μετακίνηση · S χωριστά · U όπως λένε τα έγγραφα</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Φάκελος</translation>
    </message>
</context>
<context>
    <name>Drafting</name>
    <message>
        <source>Position</source>
        <translation>Θέση</translation>
    </message>
    <message>
        <source>Draft on footnote {n}</source>
        <translation>Διατύπωση για την υποσημείωση {n}</translation>
    </message>
    <message>
        <source>New Provision</source>
        <translation>Νέα διάταξη</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Έναρξη</translation>
    </message>
    <message>
        <source>Move the Provision</source>
        <translation>Μετακίνηση της διάταξης</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Μετακίνηση</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Μετά από</translation>
    </message>
    <message>
        <source>5, 7(f) or r34; empty for the very beginning</source>
        <translation>5, 7(f) ή r34· κενό για την αρχή του κειμένου</translation>
    </message>
    <message>
        <source>Square brackets</source>
        <translation>Αγκύλες</translation>
    </message>
    <message>
        <source>&amp;Around what is selected: [{words}]</source>
        <translation>&amp;Γύρω από την επιλογή: [{words}]</translation>
    </message>
    <message>
        <source>Select the words that are to stand in brackets</source>
        <translation>Επιλέξτε τις λέξεις που θα μπουν σε αγκύλες</translation>
    </message>
    <message>
        <source>[Ours] beside the &amp;text&apos;s</source>
        <translation>[Δική μας] δίπλα στου &amp;κειμένου</translation>
    </message>
    <message>
        <source>[Ours] beside fallback &amp;{n}: {words}</source>
        <translation>[Δική μας] δίπλα στην εφεδρική &amp;{n}: {words}</translation>
    </message>
    <message>
        <source>another&apos;s</source>
        <translation>άλλου</translation>
    </message>
    <message>
        <source>[Ours] beside that of {who}</source>
        <translation>[Δική μας] δίπλα σε εκείνη: {who}</translation>
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
        <source>What is changed afterwards is to be cleared again.</source>
        <translation>Ό,τι αλλάζει κατόπιν χρειάζεται νέα έγκριση.</translation>
    </message>
    <message>
        <source>Clear the Position</source>
        <translation>Έγκριση της θέσης</translation>
    </message>
    <message>
        <source>Clear</source>
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
        <source>may be empty</source>
        <translation>μπορεί να είναι κενό</translation>
    </message>
    <message>
        <source>This version is kept as it went. What is changed afterwards belongs to the next one.</source>
        <translation>Η έκδοση αυτή φυλάσσεται όπως εστάλη. Ό,τι αλλάζει κατόπιν ανήκει στην επόμενη.</translation>
    </message>
    <message>
        <source>Mark as Sent</source>
        <translation>Σήμανση ως απεσταλμένης</translation>
    </message>
</context>
<context>
    <name>DueEdit</name>
    <message>
        <source>Due</source>
        <translation>Προθεσμία</translation>
    </message>
    <message>
        <source>Due: 14.10. 12:00</source>
        <translation>Έως: 14.10. 12:00</translation>
    </message>
    <message>
        <source>A day, an hour or both: 14.10. 12:00, 2026-10-14, 12:00, +3 for in three days</source>
        <translation>Ημέρα, ώρα ή και τα δύο: 14.10. 12:00, 2026-10-14, 12:00, +3 για σε τρεις ημέρες</translation>
    </message>
    <message>
        <source>Not a moment. {forms}</source>
        <translation>Δεν είναι χρονική στιγμή. {forms}</translation>
    </message>
</context>
<context>
    <name>DueView</name>
    <message>
        <source>What is due</source>
        <translation>Τι εκκρεμεί</translation>
    </message>
    <message>
        <source>Nothing is due: a deadline is set in the card of an annotation.</source>
        <translation>Δεν εκκρεμεί τίποτα: η προθεσμία ορίζεται στην κάρτα του σχολιασμού.</translation>
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
    <name>Exchanging</name>
    <message>
        <source>Nothing to export</source>
        <translation>Τίποτα προς εξαγωγή</translation>
    </message>
    <message>
        <source>There are no annotations in the library yet.</source>
        <translation>Δεν υπάρχουν ακόμη σχολιασμοί στη βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>Web annotations (*.jsonld *.json)</source>
        <translation>Web Annotations (*.jsonld *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Όλα τα αρχεία (*)</translation>
    </message>
    <message>
        <source>Import Annotations</source>
        <translation>Εισαγωγή σχολιασμών</translation>
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
        <source>Renewed</source>
        <translation>Ανανεώθηκαν</translation>
    </message>
    <message>
        <source>Held already</source>
        <translation>Υπήρχαν ήδη</translation>
    </message>
    <message>
        <source>In the trash, where they stay</source>
        <translation>Στον κάδο, όπου και μένουν</translation>
    </message>
    <message>
        <source>There was nothing to take in.</source>
        <translation>Δεν υπήρχε τίποτα προς εισαγωγή.</translation>
    </message>
    <message>
        <source>Without a certain place, and listed under “What Has No Place”: {count}.</source>
        <translation>Χωρίς βέβαιη θέση στο κείμενο, στον κατάλογο «Όσα δεν έχουν θέση στο κείμενο»: {count}.</translation>
    </message>
    <message>
        <source>Annotations imported</source>
        <translation>Οι σχολιασμοί εισήχθησαν</translation>
    </message>
    <message>
        <source>A document without a reference</source>
        <translation>Έγγραφο χωρίς αριθμό</translation>
    </message>
    <message>
        <source>{name} ({language}) is not in the library; kept aside until it is: {count}.</source>
        <translation>Το {name} ({language}) δεν είναι στη βιβλιοθήκη· φυλάσσονται χωριστά ώς τότε: {count}.</translation>
    </message>
    <message>
        <source>Not taken in, for {name} is not in the library and no document is open: {count}.</source>
        <translation>Δεν έγιναν δεκτοί, επειδή το {name} δεν είναι στη βιβλιοθήκη και δεν είναι ανοικτό κανένα έγγραφο: {count}.</translation>
    </message>
    <message>
        <source>Not taken in, for their words have no certain place in {name}: {count}.</source>
        <translation>Δεν έγιναν δεκτοί, επειδή οι λέξεις τους δεν έχουν βέβαιη θέση στο {name}: {count}.</translation>
    </message>
    <message>
        <source>Not taken in, for they are no annotations: {count}.</source>
        <translation>Δεν έγιναν δεκτοί, επειδή δεν είναι σχολιασμοί: {count}.</translation>
    </message>
    <message>
        <source>Not taken in, for they say and quote nothing: {count}.</source>
        <translation>Δεν έγιναν δεκτοί, επειδή δεν λένε ούτε παραθέτουν τίποτα: {count}.</translation>
    </message>
    <message>
        <source>Not taken in, for they are too long: {count}.</source>
        <translation>Δεν έγιναν δεκτοί, επειδή είναι πολύ μεγάλοι: {count}.</translation>
    </message>
    <message>
        <source>their document</source>
        <translation>έγγραφό τους</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export to Word</source>
        <translation>Εξαγωγή σε Word</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Για</translation>
    </message>
    <message>
        <source>Circulation</source>
        <translation>Κυκλοφορία</translation>
    </message>
    <message>
        <source>Capital, with what is internal</source>
        <translation>Πρωτεύουσα, μαζί με τα εσωτερικά</translation>
    </message>
    <message>
        <source>&amp;Marks</source>
        <translation>Επισή&amp;μανση</translation>
    </message>
    <message>
        <source>Council: bold underlined, struck</source>
        <translation>Συμβούλιο: έντονα και διαγραφή</translation>
    </message>
    <message>
        <source>Word: tracked changes</source>
        <translation>Word: παρακολουθούμενες αλλαγές</translation>
    </message>
    <message>
        <source>&amp;Language of labels</source>
        <translation>Γ&amp;λώσσα ενδείξεων</translation>
    </message>
    <message>
        <source>&amp;Delegation</source>
        <translation>Αντι&amp;προσωπία</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>Α&amp;ρχείο</translation>
    </message>
    <message>
        <source>&amp;Choose …</source>
        <translation>Επ&amp;ιλογή…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Επιλογή του αρχείου</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Άν&amp;οιγμα</translation>
    </message>
    <message>
        <source>Show in &amp;Folder</source>
        <translation>Εμφάνιση στον &amp;φάκελο</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>Ε&amp;ξαγωγή</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>What will leave</source>
        <translation>Τι θα σταλεί</translation>
    </message>
    <message>
        <source>The text of the file</source>
        <translation>Το κείμενο του αρχείου</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Position on {name}</source>
        <translation>Θέση για το {name}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Εξαγωγή</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Είδος</translation>
    </message>
    <message>
        <source>Col&amp;umns</source>
        <translation>&amp;Στήλες</translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation>Πρό&amp;τυπο</translation>
    </message>
    <message>
        <source>Form&amp;at</source>
        <translation>&amp;Μορφή</translation>
    </message>
    <message>
        <source>Before it goes</source>
        <translation>Πριν σταλεί</translation>
    </message>
    <message>
        <source>Cop&amp;y for a Mail</source>
        <translation>Αντιγραφή για μή&amp;νυμα</translation>
    </message>
    <message>
        <source>&amp;Print …</source>
        <translation>Εκτύπ&amp;ωση…</translation>
    </message>
    <message>
        <source>Before it goes: nothing was found to look at</source>
        <translation>Πριν σταλεί: δεν βρέθηκε τίποτα προς έλεγχο</translation>
    </message>
    <message>
        <source>nothing yet: there is no position for this audience</source>
        <translation>τίποτα ακόμη: δεν υπάρχει θέση για αυτούς τους αποδέκτες</translation>
    </message>
    <message>
        <source>It is in the clipboard: paste it into a mail.</source>
        <translation>Βρίσκεται στο πρόχειρο: επικολλήστε το σε μήνυμα.</translation>
    </message>
</context>
<context>
    <name>FacetsPane</name>
    <message>
        <source>Narrow the results</source>
        <translation>Περιορισμός των αποτελεσμάτων</translation>
    </message>
    <message>
        <source>Counts by language, year and type stand here.</source>
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
        <source>said in meetings</source>
        <translation>παρεμβάσεις</translation>
    </message>
</context>
<context>
    <name>FaultDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Παρουσιάστηκε σφάλμα</translation>
    </message>
    <message>
        <source>All that was saved. What you typed last is not saved yet, for the library cannot be written: go on, and copy it first.</source>
        <translation>Όλα όσα αποθηκεύτηκαν. Το τελευταίο που γράψατε δεν αποθηκεύτηκε ακόμη, επειδή η εγγραφή στη βιβλιοθήκη δεν είναι δυνατή: συνεχίστε και αντιγράψτε το πρώτα.</translation>
    </message>
    <message>
        <source>All that you wrote: each change is saved whole, as you make it.</source>
        <translation>Όλα όσα γράψατε: κάθε αλλαγή αποθηκεύεται ολόκληρη, μόλις γίνει.</translation>
    </message>
    <message>
        <source>If it happens again, copy the report and send it to who supports you. It holds no text of any document, and is also in the log: {folder}</source>
        <translation>Αν συμβεί πάλι, αντιγράψτε την αναφορά και στείλτε τη σε όποιον σας υποστηρίζει. Δεν περιέχει κείμενο εγγράφων και βρίσκεται και στο αρχείο καταγραφής: {folder}</translation>
    </message>
    <message>
        <source>Go on, or restart to be back at the same place in a moment.</source>
        <translation>Συνεχίστε, ή κάντε επανεκκίνηση για να βρεθείτε σε λίγο στο ίδιο σημείο.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Τι συνέβη</translation>
    </message>
    <message>
        <source>A fault in the program stopped what it was just doing. You did nothing wrong.</source>
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
        <source>The report</source>
        <translation>Η αναφορά</translation>
    </message>
    <message>
        <source>&amp;Copy the Report</source>
        <translation>Αντι&amp;γραφή της αναφοράς</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>&amp;Επανεκκίνηση</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>&amp;Συνέχεια</translation>
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
    <name>FieldRow</name>
    <message>
        <source>It is right</source>
        <translation>Είναι σωστό</translation>
    </message>
    <message>
        <source>{field} is right</source>
        <translation>{field}: είναι σωστό</translation>
    </message>
    <message>
        <source>Take Back</source>
        <translation>Ανάκληση</translation>
    </message>
    <message>
        <source>Take back: {field}</source>
        <translation>Ανάκληση: {field}</translation>
    </message>
    <message>
        <source>several with semicolons between them</source>
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
        <source>Put right by hand. Read: {read}</source>
        <translation>Διορθώθηκε με το χέρι. Διαβάστηκε: {read}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>τίποτα</translation>
    </message>
    <message>
        <source>Not sure.</source>
        <translation>Δεν είναι βέβαιο.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Internal · stays with us</source>
        <translation>Εσωτερικό · μένει σε εμάς</translation>
    </message>
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
        <source>Why; it goes out with the position</source>
        <translation>Γιατί· στέλνεται μαζί με τη θέση</translation>
    </message>
    <message>
        <source>Reasons, for the table; they go out with the position</source>
        <translation>Αιτιολογία, για τον πίνακα· στέλνεται μαζί με τη θέση</translation>
    </message>
    <message>
        <source>Codes: DE, FR</source>
        <translation>Κωδικοί: DE, FR</translation>
    </message>
    <message>
        <source>One a line, the best first; Alt+↑ and Alt+↓ move one</source>
        <translation>Μία ανά γραμμή, η καλύτερη πρώτη· Alt+↑ και Alt+↓ μετακινούν</translation>
    </message>
    <message>
        <source>What we cannot go below</source>
        <translation>Κάτω από τι δεν μπορούμε να πάμε</translation>
    </message>
    <message>
        <source>What the capital says</source>
        <translation>Τι λέει η πρωτεύουσα</translation>
    </message>
    <message>
        <source>Who, where, when</source>
        <translation>Ποιος, πού, πότε</translation>
    </message>
    <message>
        <source>Limits, who to call: never leaves with what circulates</source>
        <translation>Όρια, ποιον να καλέσουμε: δεν περιέχονται ποτέ σε ό,τι κυκλοφορεί</translation>
    </message>
    <message>
        <source>With commas between them</source>
        <translation>Χωρισμένες με κόμμα</translation>
    </message>
    <message>
        <source>Whose wording was taken over</source>
        <translation>Τίνος διατύπωση υιοθετήθηκε</translation>
    </message>
</context>
<context>
    <name>FiguresDialog</name>
    <message>
        <source>Figures for Votes</source>
        <translation>Αριθμοί για ψηφοφορίες</translation>
    </message>
    <message>
        <source>Year in which the figures apply</source>
        <translation>Έτος για το οποίο ισχύουν οι αριθμοί</translation>
    </message>
    <message>
        <source>Numbers of people</source>
        <translation>Αριθμοί κατοίκων</translation>
    </message>
    <message>
        <source>Percentages</source>
        <translation>Ποσοστά</translation>
    </message>
    <message>
        <source>Kind of figures</source>
        <translation>Είδος αριθμών</translation>
    </message>
    <message>
        <source>Figures by member</source>
        <translation>Αριθμοί ανά μέλος</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Μέλος</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Κράτος</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Αριθμός</translation>
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
        <source>Save</source>
        <translation>Αποθήκευση</translation>
    </message>
    <message>
        <source>Take Back</source>
        <translation>Ανάκληση</translation>
    </message>
    <message>
        <source>Forget what was entered for this year</source>
        <translation>Διαγραφή όσων καταχωρίστηκαν για αυτό το έτος</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
    <message>
        <source>Entered on {day}.</source>
        <translation>Καταχωρίστηκαν στις {day}.</translation>
    </message>
    <message>
        <source>These come with the program. What you enter stands before them; they can be had back.</source>
        <translation>Περιλαμβάνονται στο πρόγραμμα. Όσα καταχωρίζετε υπερισχύουν· τα αρχικά μπορούν να επανέλθουν.</translation>
    </message>
    <message>
        <source>There are no full figures of this year; enter what is missing.</source>
        <translation>Δεν υπάρχουν πλήρεις αριθμοί για αυτό το έτος· καταχωρίστε όσα λείπουν.</translation>
    </message>
    <message>
        <source>{n} of {count} members</source>
        <translation>{n} από {count} μέλη</translation>
    </message>
    <message>
        <source>Together: {total} · {known}</source>
        <translation>Σύνολο: {total} · {known}</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>A file of this name is there and will be replaced.</source>
        <translation>Υπάρχει αρχείο με αυτό το όνομα και θα αντικατασταθεί.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
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
    <message>
        <source>Not in this document</source>
        <translation>Δεν υπάρχει σε αυτό το έγγραφο</translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message>
        <source>What you typed last cannot be saved, and would be lost. It locks as soon as that is saved.</source>
        <translation>Το τελευταίο που γράψατε δεν μπορεί να αποθηκευτεί και θα χανόταν. Το κλείδωμα θα γίνει μόλις αποθηκευτεί.</translation>
    </message>
    <message>
        <source>The library is not locked</source>
        <translation>Η βιβλιοθήκη δεν είναι κλειδωμένη</translation>
    </message>
</context>
<context>
    <name>GuideStrip</name>
    <message>
        <source>Guide</source>
        <translation>Ξενάγηση</translation>
    </message>
    <message>
        <source>Leave the Guide</source>
        <translation>Τέλος ξενάγησης</translation>
    </message>
</context>
<context>
    <name>Guiding</name>
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
        <source>Find a passage</source>
        <translation>Εύρεση χωρίου</translation>
    </message>
    <message>
        <source>Press {key}, type “{words}”, and open what was found with Enter.</source>
        <translation>Πατήστε {key}, γράψτε «{words}», και ανοίξτε με Enter αυτό που βρέθηκε.</translation>
    </message>
    <message>
        <source>Press {key}, type “{place}”, and press Enter. J and K go on paragraph by paragraph.</source>
        <translation>Πατήστε {key}, γράψτε «{place}», και πατήστε Enter. Με J και K πηγαίνετε από παράγραφο σε παράγραφο.</translation>
    </message>
    <message>
        <source>Go to a provision</source>
        <translation>Μετάβαση σε διάταξη</translation>
    </message>
    <message>
        <source>With a paragraph at hand press {key} for a red line, and type why; Esc goes back to the text.</source>
        <translation>Με μια τρέχουσα παράγραφο πατήστε {key} για κόκκινη γραμμή και γράψτε γιατί· με Esc επιστρέφετε στο κείμενο.</translation>
    </message>
    <message>
        <source>Note a red line</source>
        <translation>Κόκκινη γραμμή</translation>
    </message>
    <message>
        <source>Press {key} on a paragraph and change its wording; what you change is marked as you type.</source>
        <translation>Πατήστε {key} σε μια παράγραφο και αλλάξτε τη διατύπωσή της· οι αλλαγές επισημαίνονται καθώς γράφετε.</translation>
    </message>
    <message>
        <source>Draft a wording</source>
        <translation>Πρόταση διατύπωσης</translation>
    </message>
    <message>
        <source>Press {key}: look at what would leave and what stays inside, then write the Word file.</source>
        <translation>Πατήστε {key}: δείτε τι θα σταλεί και τι μένει εσωτερικό, και μετά γράψτε το αρχείο Word.</translation>
    </message>
    <message>
        <source>Send a position</source>
        <translation>Αποστολή θέσης</translation>
    </message>
    <message>
        <source>Press {library}, open {name} with Enter, and press {compare}: you see what became of the text.</source>
        <translation>Πατήστε {library}, ανοίξτε το {name} με Enter, και πατήστε {compare}: βλέπετε τι απέγινε το κείμενο.</translation>
    </message>
    <message>
        <source>Meet the revision</source>
        <translation>Η αναθεώρηση</translation>
    </message>
    <message>
        <source>You have found, noted, drafted, sent and compared. {commands} offers every other command by its name, {meeting} sits in a meeting, and the samples are yours to go on with.</source>
        <translation>Βρήκατε, σημειώσατε, διατυπώσατε, στείλατε και συγκρίνατε. Με {commands} βρίσκετε κάθε άλλη εντολή με το όνομά της, με {meeting} μπαίνετε σε συνεδρίαση, και τα δείγματα είναι δικά σας για συνέχεια.</translation>
    </message>
    <message>
        <source>That is the round</source>
        <translation>Αυτός ήταν ο κύκλος</translation>
    </message>
</context>
<context>
    <name>HeaderDialog</name>
    <message>
        <source>What the First Page Says</source>
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
        <source>What is marked was read with little confidence: put it right, or say that it is right.</source>
        <translation>Ό,τι επισημαίνεται διαβάστηκε με μικρή βεβαιότητα: διορθώστε το ή δηλώστε ότι είναι σωστό.</translation>
    </message>
    <message>
        <source>All of it was read with confidence. What you write here stays, whatever is read later.</source>
        <translation>Όλα διαβάστηκαν με βεβαιότητα. Ό,τι γράψετε εδώ μένει, ό,τι και αν διαβαστεί αργότερα.</translation>
    </message>
</context>
<context>
    <name>HitMenu</name>
    <message>
        <source>&amp;Open</source>
        <translation>Άν&amp;οιγμα</translation>
    </message>
    <message>
        <source>Open in a &amp;Tab of Its Own</source>
        <translation>Άνοιγμα σε δική του &amp;καρτέλα</translation>
    </message>
    <message>
        <source>&amp;Look at It Here</source>
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
    <name>HitPainter</name>
    <message>
        <source>{n} shown</source>
        <translation>εμφανίζονται {n}</translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation>1 αποτέλεσμα</translation>
    </message>
    <message>
        <source>{n} hits</source>
        <translation>{n} αποτελέσματα</translation>
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
        <source>Leaving out: {what}</source>
        <translation>Χωρίς: {what}</translation>
    </message>
    <message>
        <source>Spelt “{what}”</source>
        <translation>Με τη γραφή «{what}»</translation>
    </message>
    <message>
        <source>Instead {what}</source>
        <translation>Αντί αυτού {what}</translation>
    </message>
    <message>
        <source>With any ending of the words</source>
        <translation>Με κάθε κατάληξη των λέξεων</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>ακριβής</translation>
    </message>
    <message>
        <source>other accents</source>
        <translation>άλλοι τόνοι</translation>
    </message>
    <message>
        <source>other ending</source>
        <translation>άλλη κατάληξη</translation>
    </message>
    <message>
        <source>longer word</source>
        <translation>μεγαλύτερη λέξη</translation>
    </message>
    <message>
        <source>like spelling</source>
        <translation>παρόμοια γραφή</translation>
    </message>
    <message>
        <source>Show the other hit</source>
        <translation>Εμφάνιση του άλλου αποτελέσματος</translation>
    </message>
    <message>
        <source>Show the other {n} hits</source>
        <translation>Εμφάνιση των άλλων {n} αποτελεσμάτων</translation>
    </message>
    <message>
        <source>Go to {place}</source>
        <translation>Μετάβαση: {place}</translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation>1 αποτέλεσμα</translation>
    </message>
    <message>
        <source>{n} hits</source>
        <translation>{n} αποτελέσματα</translation>
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
        <source>Said in meetings</source>
        <translation>Παρεμβάσεις σε συνεδριάσεις</translation>
    </message>
    <message>
        <source>Nothing found for this query. These find something:</source>
        <translation>Δεν βρέθηκε τίποτα για αυτό το ερώτημα. Με αυτά υπάρχουν αποτελέσματα:</translation>
    </message>
</context>
<context>
    <name>HolderCombo</name>
    <message>
        <source>Who holds the reservation</source>
        <translation>Ποιος έχει την επιφύλαξη</translation>
    </message>
    <message>
        <source>our own</source>
        <translation>δική μας</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>text from the clipboard</source>
        <translation>κείμενο από το πρόχειρο</translation>
    </message>
</context>
<context>
    <name>Judgement</name>
    <message>
        <source>Bold and underlined words are emphasis here: you said so.</source>
        <translation>Οι έντονες και υπογραμμισμένες λέξεις εδώ είναι έμφαση: το δηλώσατε εσείς.</translation>
    </message>
    <message>
        <source>This document marks its own changes: you said so.</source>
        <translation>Το έγγραφο επισημαίνει τις αλλαγές του: το δηλώσατε εσείς.</translation>
    </message>
    <message>
        <source>This document marks its own changes.</source>
        <translation>Το έγγραφο επισημαίνει τις αλλαγές του.</translation>
    </message>
    <message>
        <source>As &amp;judged</source>
        <translation>Όπως &amp;κρίθηκε</translation>
    </message>
    <message>
        <source>Bold and underlined words are &amp;new, struck ones gone</source>
        <translation>Έντονες και υπογραμμισμένες λέξεις: &amp;νέες· διαγραμμένες: απαλειφθείσες</translation>
    </message>
    <message>
        <source>Bold and underlined words are &amp;emphasis</source>
        <translation>Έντονες και υπογραμμισμένες λέξεις: έμ&amp;φαση</translation>
    </message>
</context>
<context>
    <name>KeyGuard</name>
    <message>
        <source>{command} is not available here</source>
        <translation>Η εντολή «{command}» δεν είναι διαθέσιμη εδώ</translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>&amp;Take It From There</source>
        <translation>&amp;Μεταφορά από εκεί</translation>
    </message>
    <message>
        <source>&amp;No Key</source>
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
        <source>&amp;Print Key Sheet …</source>
        <translation>Ε&amp;κτύπωση φύλλου πλήκτρων …</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Εντολή</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Πλήκτρο</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
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
        <source>{command}, no key</source>
        <translation>{command}, χωρίς πλήκτρο</translation>
    </message>
    <message>
        <source>Key of “{command}”</source>
        <translation>Πλήκτρο της εντολής «{command}»</translation>
    </message>
    <message>
        <source>Its key is also that of {commands}.</source>
        <translation>Το πλήκτρο της ανήκει και σε: {commands}.</translation>
    </message>
    <message>
        <source>{why} Press another.</source>
        <translation>{why} Πατήστε άλλο.</translation>
    </message>
    <message>
        <source>{key} is the key of {commands}.</source>
        <translation>Το {key} είναι το πλήκτρο για: {commands}.</translation>
    </message>
    <message>
        <source>It is in force.</source>
        <translation>Ισχύει.</translation>
    </message>
</context>
<context>
    <name>KeyRecorder</name>
    <message>
        <source>Press the new key</source>
        <translation>Πατήστε το νέο πλήκτρο</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Held in no other language</source>
        <translation>Δεν υπάρχει σε άλλη γλώσσα</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Licences</source>
        <translation>Άδειες χρήσης</translation>
    </message>
    <message>
        <source>Find a part, a licence or words of one</source>
        <translation>Εύρεση μέρους, άδειας ή λέξεών της</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>Μέρη του προγράμματος</translation>
    </message>
    <message>
        <source>The licence</source>
        <translation>Η άδεια χρήσης</translation>
    </message>
    <message>
        <source>No part has these words.</source>
        <translation>Κανένα μέρος δεν έχει αυτές τις λέξεις.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>Links</name>
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
        <source>Ctrl and a click follow it</source>
        <translation>Με Ctrl και κλικ ακολουθείται</translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>1 more</source>
        <translation>1 ακόμη</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} ακόμη</translation>
    </message>
    <message>
        <source>Show what is due</source>
        <translation>Εμφάνιση όσων εκκρεμούν</translation>
    </message>
    <message>
        <source>↑↓ choose · Shift+↑↓ several · Enter open · {behind} new tab · {change} change · {done} done · {internal} internal · {tags} tags · {trash} trash · {narrow} narrow</source>
        <translation>↑↓ επιλογή · Shift+↑↓ πολλά · Enter άνοιγμα · {behind} νέα καρτέλα · {change} αλλαγή · {done} έγινε · {internal} εσωτερικό · {tags} ετικέτες · {trash} κάδος · {narrow} περιορισμός</translation>
    </message>
    <message>
        <source>↑↓ choose · Enter open · {behind} new tab · {done} done · {print} print</source>
        <translation>↑↓ επιλογή · Enter άνοιγμα · {behind} νέα καρτέλα · {done} έγινε · {print} εκτύπωση</translation>
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
    <name>MainWindow</name>
    <message>
        <source>About the paragraph</source>
        <translation>Σχετικά με την παράγραφο</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Αυτό δεν πέτυχε</translation>
    </message>
    <message>
        <source>Delegate Desk</source>
        <translation>Delegate Desk</translation>
    </message>
    <message>
        <source>Search documents, notes and positions</source>
        <translation>Αναζήτηση παντού</translation>
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
        <source>Stop bringing documents in</source>
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
        <source>Stop &amp;Watching</source>
        <translation>Διακοπή παρακο&amp;λούθησης</translation>
    </message>
    <message>
        <source>The &amp;Library</source>
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
        <source>The&amp;me</source>
        <translation>&amp;Χρώματα</translation>
    </message>
    <message>
        <source>&amp;Density</source>
        <translation>Π&amp;υκνότητα</translation>
    </message>
    <message>
        <source>La&amp;nguage of the Window</source>
        <translation>&amp;Γλώσσα παραθύρου</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Μετάβαση</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>&amp;Σχολιασμός</translation>
    </message>
    <message>
        <source>&amp;Position</source>
        <translation>&amp;Θέση</translation>
    </message>
    <message>
        <source>&amp;Revisions</source>
        <translation>Αναθεώ&amp;ρηση</translation>
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
        <source>&amp;Bring In Documents …</source>
        <translation>&amp;Εισαγωγή εγγράφων …</translation>
    </message>
    <message>
        <source>Read PDF, Word, web and text files, archives and mails into the library</source>
        <translation>Ανάγνωση PDF, Word, ιστοσελίδων και κειμένων, συμπιεσμένων αρχείων και μηνυμάτων στη βιβλιοθήκη</translation>
    </message>
    <message>
        <source>&amp;Paste Files or Text</source>
        <translation>Επι&amp;κόλληση αρχείων ή κειμένου</translation>
    </message>
    <message>
        <source>&amp;Watch a Folder …</source>
        <translation>Παρακολούθηση &amp;φακέλου …</translation>
    </message>
    <message>
        <source>Take in whatever is put into a folder</source>
        <translation>Εισαγωγή κάθε αρχείου που τοποθετείται σε έναν φάκελο</translation>
    </message>
    <message>
        <source>&amp;What Changed for Us</source>
        <translation>&amp;Τι άλλαξε για εμάς</translation>
    </message>
    <message>
        <source>What the document in front made of our proposals, red lines, reservations and questions on the one before</source>
        <translation>Τι απέγιναν στο τρέχον έγγραφο οι προτάσεις, κόκκινες γραμμές, επιφυλάξεις και ερωτήσεις μας για το προηγούμενο</translation>
    </message>
    <message>
        <source>&amp;Look at What Was Carried Over</source>
        <translation>Έλεγχος όσων μ&amp;εταφέρθηκαν</translation>
    </message>
    <message>
        <source>Say where notes belong whose place is not certain</source>
        <translation>Δηλώστε πού ανήκουν οι σημειώσεις των οποίων η θέση δεν είναι βέβαιη</translation>
    </message>
    <message>
        <source>Carry &amp;Over from the Revision Before</source>
        <translation>&amp;Μεταφορά από την προηγούμενη αναθεώρηση</translation>
    </message>
    <message>
        <source>Bring annotations, interventions and our position along; doing it again adds nothing</source>
        <translation>Μεταφορά σχολιασμών, παρεμβάσεων και της θέσης μας· η επανάληψη δεν προσθέτει τίποτα</translation>
    </message>
    <message>
        <source>What Changed for Us to W&amp;ord …</source>
        <translation>Τι άλλα&amp;ξε για εμάς, σε Word …</translation>
    </message>
    <message>
        <source>&amp;Copy What Changed for Us as Mail</source>
        <translation>&amp;Αντιγραφή «Τι άλλαξε για εμάς» για μήνυμα</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>Ε&amp;ξαγωγή …</translation>
    </message>
    <message>
        <source>Look at what leaves, and write it as a Word file, PDF, web page or text</source>
        <translation>Έλεγχος όσων θα σταλούν και εγγραφή τους σε αρχείο Word, PDF, ιστοσελίδα ή κείμενο</translation>
    </message>
    <message>
        <source>Export &amp;Annotations …</source>
        <translation>Εξαγωγή &amp;σχολιασμών …</translation>
    </message>
    <message>
        <source>Write all annotations that circulate to a file; internal ones if you choose so</source>
        <translation>Εγγραφή σε αρχείο όλων των σχολιασμών που κυκλοφορούν· και των εσωτερικών, αν το επιλέξετε</translation>
    </message>
    <message>
        <source>&amp;Import Annotations …</source>
        <translation>Εισα&amp;γωγή σχολιασμών …</translation>
    </message>
    <message>
        <source>Take in web annotations of this program or another</source>
        <translation>Εισαγωγή σχολιασμών Web Annotations αυτού ή άλλου προγράμματος</translation>
    </message>
    <message>
        <source>Open the &amp;Original File</source>
        <translation>Άνοιγμα του &amp;πρωτοτύπου</translation>
    </message>
    <message>
        <source>&amp;Read the Original Again</source>
        <translation>Νέα ανάγν&amp;ωση του πρωτοτύπου</translation>
    </message>
    <message>
        <source>Read it as this version of the program does; corrections, annotations and positions stay</source>
        <translation>Ανάγνωση όπως την κάνει αυτή η έκδοση του προγράμματος· διορθώσεις, σχολιασμοί και θέσεις μένουν</translation>
    </message>
    <message>
        <source>Read What an Ol&amp;der Version Read</source>
        <translation>Νέα ανάγνωση όσω&amp;ν διάβασε παλαιότερη έκδοση</translation>
    </message>
    <message>
        <source>Read again all documents that an older version of the program read</source>
        <translation>Νέα ανάγνωση όλων των εγγράφων που διάβασε παλαιότερη έκδοση του προγράμματος</translation>
    </message>
    <message>
        <source>&amp;Move to the Trash</source>
        <translation>&amp;Μεταφορά στον κάδο</translation>
    </message>
    <message>
        <source>E&amp;mpty the Trash …</source>
        <translation>Ά&amp;δειασμα του κάδου …</translation>
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
        <source>What the First &amp;Page Says …</source>
        <translation>&amp;Τι λέει η πρώτη σελίδα …</translation>
    </message>
    <message>
        <source>Put right what was read of reference, date, sender and the rest</source>
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
        <source>Find &amp;Previous</source>
        <translation>Εύρεση προηγούμε&amp;νου</translation>
    </message>
    <message>
        <source>Find &amp;Everywhere</source>
        <translation>Ανα&amp;ζήτηση παντού</translation>
    </message>
    <message>
        <source>&amp;Narrow the Results</source>
        <translation>Περιορισμός των αποτε&amp;λεσμάτων</translation>
    </message>
    <message>
        <source>&amp;Keep This Search …</source>
        <translation>&amp;Φύλαξη αυτής της αναζήτησης …</translation>
    </message>
    <message>
        <source>Pre&amp;ferences …</source>
        <translation>Προτ&amp;ιμήσεις …</translation>
    </message>
    <message>
        <source>For&amp;get the Recent Searches</source>
        <translation>Διαγραφή πρόσφατων αναζητή&amp;σεων</translation>
    </message>
    <message>
        <source>&amp;Library Column</source>
        <translation>Στήλη &amp;βιβλιοθήκης</translation>
    </message>
    <message>
        <source>&amp;Paragraph Column</source>
        <translation>Στήλη &amp;παραγράφου</translation>
    </message>
    <message>
        <source>&amp;Outline</source>
        <translation>&amp;Διάρθρωση</translation>
    </message>
    <message>
        <source>Page of the Ori&amp;ginal</source>
        <translation>Σε&amp;λίδα του πρωτοτύπου</translation>
    </message>
    <message>
        <source>Foot&amp;note of the Paragraph</source>
        <translation>Υποσημεί&amp;ωση της παραγράφου</translation>
    </message>
    <message>
        <source>Follow a &amp;Reference</source>
        <translation>Μετάβαση στην παραπο&amp;μπή</translation>
    </message>
    <message>
        <source>Same Place in Another Lang&amp;uage</source>
        <translation>Ίδια θέση σε άλλη &amp;γλώσσα</translation>
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
        <source>Lar&amp;ger Letters</source>
        <translation>&amp;Μεγαλύτερα γράμματα</translation>
    </message>
    <message>
        <source>&amp;Smaller Letters</source>
        <translation>Μι&amp;κρότερα γράμματα</translation>
    </message>
    <message>
        <source>&amp;Usual Letters</source>
        <translation>&amp;Συνήθη γράμματα</translation>
    </message>
    <message>
        <source>As &amp;Marked</source>
        <translation>Με &amp;επισημάνσεις</translation>
    </message>
    <message>
        <source>&amp;Before the Changes</source>
        <translation>Π&amp;ριν από τις αλλαγές</translation>
    </message>
    <message>
        <source>&amp;After the Changes</source>
        <translation>Με&amp;τά τις αλλαγές</translation>
    </message>
    <message>
        <source>What &amp;Bold Words Mean …</source>
        <translation>Τι σημαίνουν οι έ&amp;ντονες λέξεις …</translation>
    </message>
    <message>
        <source>Our &amp;Proposals in the Text</source>
        <translation>Οι προτάσεις μας στ&amp;ο κείμενο</translation>
    </message>
    <message>
        <source>Compare With the Revision &amp;Before</source>
        <translation>Σύγκριση με την &amp;προηγούμενη αναθεώρηση</translation>
    </message>
    <message>
        <source>&amp;Compare With …</source>
        <translation>&amp;Σύγκριση με …</translation>
    </message>
    <message>
        <source>&amp;Languages Side by Side</source>
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
        <source>&amp;Move Tab to the Other Side</source>
        <translation>&amp;Μεταφορά της καρτέλας στην άλλη πλευρά</translation>
    </message>
    <message>
        <source>&amp;Next Side</source>
        <translation>&amp;Επόμενη πλευρά</translation>
    </message>
    <message>
        <source>&amp;Previous Side</source>
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
        <source>Mark as &amp;Cleared …</source>
        <translation>Έ&amp;γκριση…</translation>
    </message>
    <message>
        <source>&amp;Tabs</source>
        <translation>Κ&amp;αρτέλες</translation>
    </message>
    <message>
        <source>Small Pag&amp;es</source>
        <translation>Μ&amp;ικρές σελίδες</translation>
    </message>
    <message>
        <source>Presenter’s Vie&amp;w</source>
        <translation>Προβολή στ&amp;ην αίθουσα</translation>
    </message>
    <message>
        <source>Print Pa&amp;ges of the Original …</source>
        <translation>Εκτύπωσ&amp;η σελίδων του πρωτοτύπου …</translation>
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
        <translation>&amp;Προηγούμενη παράγραφος</translation>
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
        <source>&amp;Go to a Place …</source>
        <translation>Με&amp;τάβαση σε θέση …</translation>
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
        <source>&amp;Library</source>
        <translation>&amp;Βιβλιοθήκη</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>Κείμε&amp;νο</translation>
    </message>
    <message>
        <source>Para&amp;graph Column</source>
        <translation>Στή&amp;λη παραγράφου</translation>
    </message>
    <message>
        <source>Next &amp;Tab</source>
        <translation>Επόμενη κ&amp;αρτέλα</translation>
    </message>
    <message>
        <source>Previous T&amp;ab</source>
        <translation>Προ&amp;ηγούμενη καρτέλα</translation>
    </message>
    <message>
        <source>&amp;Commands …</source>
        <translation>Εντ&amp;ολές …</translation>
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
        <source>Support (&amp;Yes)</source>
        <translation>&amp;Υποστήριξη</translation>
    </message>
    <message>
        <source>&amp;Drafting Suggestion</source>
        <translation>&amp;Πρόταση διατύπωσης</translation>
    </message>
    <message>
        <source>All &amp;Annotations</source>
        <translation>Όλοι οι σχ&amp;ολιασμοί</translation>
    </message>
    <message>
        <source>What Is D&amp;ue</source>
        <translation>Τι εκκ&amp;ρεμεί</translation>
    </message>
    <message>
        <source>Copy for a &amp;Mail …</source>
        <translation>Αντιγραφή για μήν&amp;υμα …</translation>
    </message>
    <message>
        <source>Look at what leaves, and put it in the clipboard as text and as a page</source>
        <translation>Έλεγχος όσων θα σταλούν και αντιγραφή τους στο πρόχειρο ως κειμένου και ως σελίδας</translation>
    </message>
    <message>
        <source>P&amp;hrases …</source>
        <translation>Έτοιμες &amp;φράσεις …</translation>
    </message>
    <message>
        <source>Put in a text of your own, or keep one, by its keyword</source>
        <translation>Εισαγωγή ή φύλαξη δικού σας κειμένου με τη λέξη-κλειδί του</translation>
    </message>
    <message>
        <source>&amp;Print …</source>
        <translation>Εκ&amp;τύπωση …</translation>
    </message>
    <message>
        <source>What Has No P&amp;lace …</source>
        <translation>Όσα δεν έχουν θέση στο κεί&amp;μενο …</translation>
    </message>
    <message>
        <source>&amp;New Provision Behind This One</source>
        <translation>&amp;Νέα διάταξη μετά από αυτή</translation>
    </message>
    <message>
        <source>Propose a provision that is not in the text, behind the one at hand</source>
        <translation>Πρόταση διάταξης που δεν υπάρχει στο κείμενο, μετά την τρέχουσα</translation>
    </message>
    <message>
        <source>&amp;Delete the Provision, or Keep It</source>
        <translation>Απά&amp;λειψη ή διατήρηση της διάταξης</translation>
    </message>
    <message>
        <source>Propose that the provision at hand goes; once more lets it stand</source>
        <translation>Πρόταση απάλειψης της τρέχουσας διάταξης· με επανάληψη διατηρείται</translation>
    </message>
    <message>
        <source>&amp;Move the Provision …</source>
        <translation>&amp;Μετακίνηση της διάταξης…</translation>
    </message>
    <message>
        <source>Propose another place for the provision at hand</source>
        <translation>Πρόταση άλλης θέσης για την τρέχουσα διάταξη</translation>
    </message>
    <message>
        <source>Add a &amp;Field …</source>
        <translation>Προσθήκη &amp;πεδίου…</translation>
    </message>
    <message>
        <source>Justification, joint delegations, fallbacks, red line, instruction, priority, tags</source>
        <translation>Αιτιολόγηση, συνυποστηρίζουσες αντιπροσωπίες, εφεδρικές διατυπώσεις, κόκκινη γραμμή, οδηγία, προτεραιότητα, ετικέτες</translation>
    </message>
    <message>
        <source>&amp;Keep the Change and Go On</source>
        <translation>&amp;Διατήρηση της αλλαγής και συνέχεια</translation>
    </message>
    <message>
        <source>Leave the change at hand as it is, and go to the next</source>
        <translation>Η τρέχουσα αλλαγή μένει ως έχει· μετάβαση στην επόμενη</translation>
    </message>
    <message>
        <source>Take the Change &amp;Back</source>
        <translation>Ανά&amp;κληση της αλλαγής</translation>
    </message>
    <message>
        <source>Let the source stand again at the change at hand, or in what is selected</source>
        <translation>Επαναφορά του αρχικού κειμένου στην τρέχουσα αλλαγή ή στην επιλογή</translation>
    </message>
    <message>
        <source>Square &amp;Brackets …</source>
        <translation>&amp;Αγκύλες…</translation>
    </message>
    <message>
        <source>Put words in square brackets, or alternatives beside each other</source>
        <translation>Τοποθέτηση λέξεων σε αγκύλες ή εναλλακτικών διατυπώσεων δίπλα δίπλα</translation>
    </message>
    <message>
        <source>&amp;Take Over a Wording of Others</source>
        <translation>&amp;Υιοθέτηση διατύπωσης άλλων</translation>
    </message>
    <message>
        <source>Take over what others propose on the provision at hand</source>
        <translation>Υιοθέτηση όσων προτείνουν άλλοι για την τρέχουσα διάταξη</translation>
    </message>
    <message>
        <source>Say who cleared the position</source>
        <translation>Δηλώστε ποιος ενέκρινε τη θέση</translation>
    </message>
    <message>
        <source>Mark as &amp;Sent …</source>
        <translation>&amp;Σήμανση ως απεσταλμένης…</translation>
    </message>
    <message>
        <source>Say to whom the position went: this version is then kept as it went</source>
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
        <source>&amp;Versions …</source>
        <translation>&amp;Εκδόσεις…</translation>
    </message>
    <message>
        <source>Compare versions of the position, and see what became of each field</source>
        <translation>Σύγκριση εκδόσεων της θέσης και ιστορικό κάθε πεδίου</translation>
    </message>
    <message>
        <source>&amp;Timeline of the Dossier</source>
        <translation>&amp;Χρονολόγιο του φακέλου</translation>
    </message>
    <message>
        <source>Show the documents of this negotiation in order of time, with those that are missing</source>
        <translation>Τα έγγραφα αυτής της διαπραγμάτευσης με χρονική σειρά, μαζί με όσα λείπουν</translation>
    </message>
    <message>
        <source>P&amp;osition on This Document</source>
        <translation>&amp;Θέση για αυτό το έγγραφο</translation>
    </message>
    <message>
        <source>&amp;What Others Wrote on This Document</source>
        <translation>Τι έγραψαν οι ά&amp;λλοι για αυτό το έγγραφο</translation>
    </message>
    <message>
        <source>Look at the written contributions of other delegations by provision, and place what found no place</source>
        <translation>Οι γραπτές συνεισφορές άλλων αντιπροσωπιών ανά διάταξη, και τοποθέτηση όσων δεν βρήκαν διάταξη</translation>
    </message>
    <message>
        <source>Bring In a &amp;Contribution …</source>
        <translation>Εισαγωγή συ&amp;νεισφοράς …</translation>
    </message>
    <message>
        <source>Read a paper of other delegations that is held as their comments and wordings on this document</source>
        <translation>Ανάγνωση εγγράφου άλλων αντιπροσωπιών ως παρατηρήσεων και διατυπώσεών τους για αυτό το έγγραφο</translation>
    </message>
    <message>
        <source>&amp;Meeting Mode</source>
        <translation>&amp;Λειτουργία συνεδρίασης</translation>
    </message>
    <message>
        <source>Sit in the meeting that the document in front calls or is about, or leave it</source>
        <translation>Είσοδος στη συνεδρίαση την οποία συγκαλεί ή αφορά το τρέχον έγγραφο, ή έξοδος</translation>
    </message>
    <message>
        <source>&amp;New Meeting</source>
        <translation>&amp;Νέα συνεδρίαση</translation>
    </message>
    <message>
        <source>Make a meeting by hand</source>
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
        <source>&amp;Add an Item</source>
        <translation>Προσθήκη σημεί&amp;ου</translation>
    </message>
    <message>
        <source>What Was Said &amp;Here</source>
        <translation>Τι ειπώθηκε ε&amp;δώ</translation>
    </message>
    <message>
        <source>All that was said on the paragraph at hand, in this and in other meetings</source>
        <translation>Όλα όσα ειπώθηκαν για την τρέχουσα παράγραφο, σε αυτή και σε άλλες συνεδριάσεις</translation>
    </message>
    <message>
        <source>Matri&amp;x</source>
        <translation>Πίνακας θέ&amp;σεων</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>Έκ&amp;θεση</translation>
    </message>
    <message>
        <source>M&amp;eeting Report …</source>
        <translation>Έκθεση συνεδρίασ&amp;ης …</translation>
    </message>
    <message>
        <source>Write the report of the meeting as a Word file or as plain text</source>
        <translation>Εγγραφή της έκθεσης της συνεδρίασης σε αρχείο Word ή σε απλό κείμενο</translation>
    </message>
    <message>
        <source>Cop&amp;y Report for a Mail</source>
        <translation>&amp;Αντιγραφή έκθεσης για μήνυμα</translation>
    </message>
    <message>
        <source>Copy the report as plain text, as it circulates</source>
        <translation>Αντιγραφή της έκθεσης ως απλού κειμένου, όπως κυκλοφορεί</translation>
    </message>
    <message>
        <source>Matrix to &amp;Word …</source>
        <translation>Πίνακας θέσε&amp;ων σε Word …</translation>
    </message>
    <message>
        <source>Write the matrix as a Word file that prints on A4 landscape</source>
        <translation>Εγγραφή του πίνακα θέσεων σε αρχείο Word που τυπώνεται σε A4 οριζόντια</translation>
    </message>
    <message>
        <source>&amp;Speaking Note …</source>
        <translation>Σημείωμα παρεμ&amp;βάσεων …</translation>
    </message>
    <message>
        <source>Write what we say in the meeting, in the order of its agenda</source>
        <translation>Εγγραφή όσων θα πούμε στη συνεδρίαση, με τη σειρά της ημερήσιας διάταξης</translation>
    </message>
    <message>
        <source>Count a &amp;Vote …</source>
        <translation>Υπολογισμός &amp;ψηφοφορίας …</translation>
    </message>
    <message>
        <source>Majorities, populations and who could block: a calculation, not an official result</source>
        <translation>Πλειοψηφίες, πληθυσμοί και ποιος θα μπορούσε να εμποδίσει: υπολογισμός, όχι επίσημο αποτέλεσμα</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Εγχειρίδιο</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Πλήκτρα</translation>
    </message>
    <message>
        <source>&amp;Welcome …</source>
        <translation>Καλωσόρι&amp;σμα …</translation>
    </message>
    <message>
        <source>Three ways to begin, your delegation and the languages you read</source>
        <translation>Τρεις τρόποι να αρχίσετε, η αντιπροσωπία σας και οι γλώσσες που διαβάζετε</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Ξενάγηση</translation>
    </message>
    <message>
        <source>Six steps through the samples, from finding a passage to a position that is sent</source>
        <translation>Έξι βήματα στα δείγματα, από την εύρεση ενός χωρίου ώς μια θέση που έχει σταλεί</translation>
    </message>
    <message>
        <source>Look Around in the &amp;Samples</source>
        <translation>Πε&amp;ριήγηση στα δείγματα</translation>
    </message>
    <message>
        <source>Open a library of invented documents to try everything on; yours stays as it is</source>
        <translation>Άνοιγμα βιβλιοθήκης με επινοημένα έγγραφα για δοκιμή· η δική σας μένει ως έχει</translation>
    </message>
    <message>
        <source>&amp;Open Another Library …</source>
        <translation>Άνοιγμα άλλης &amp;βιβλιοθήκης …</translation>
    </message>
    <message>
        <source>&amp;New Library …</source>
        <translation>&amp;Νέα βιβλιοθήκη …</translation>
    </message>
    <message>
        <source>Back to &amp;My Library</source>
        <translation>Πίσω στη β&amp;ιβλιοθήκη μου</translation>
    </message>
    <message>
        <source>&amp;Back Up …</source>
        <translation>&amp;Δημιουργία αντιγράφου …</translation>
    </message>
    <message>
        <source>Backups and Where They &amp;Are …</source>
        <translation>Αντί&amp;γραφα ασφαλείας και πού είναι …</translation>
    </message>
    <message>
        <source>&amp;Restore a Backup …</source>
        <translation>&amp;Επαναφορά αντιγράφου …</translation>
    </message>
    <message>
        <source>&amp;Pack for a Colleague …</source>
        <translation>&amp;Πακέτο για συνάδελφο …</translation>
    </message>
    <message>
        <source>&amp;Unpack …</source>
        <translation>Άνοιγμα πακέ&amp;του …</translation>
    </message>
    <message>
        <source>&amp;Shared Folder …</source>
        <translation>&amp;Κοινόχρηστος φάκελος …</translation>
    </message>
    <message>
        <source>P&amp;eople …</source>
        <translation>Άτο&amp;μα …</translation>
    </message>
    <message>
        <source>Passp&amp;hrase …</source>
        <translation>&amp;Φράση πρόσβασης …</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>Κ&amp;λείδωμα</translation>
    </message>
    <message>
        <source>&amp;Check the Library …</source>
        <translation>Έλεγ&amp;χος της βιβλιοθήκης …</translation>
    </message>
    <message>
        <source>&amp;Report for Support …</source>
        <translation>&amp;Αναφορά για την υποστήριξη …</translation>
    </message>
    <message>
        <source>Show the &amp;Log</source>
        <translation>Αρχείο &amp;καταγραφής</translation>
    </message>
    <message>
        <source>&amp;About Delegate Desk</source>
        <translation>Πλη&amp;ροφορίες για το Delegate Desk</translation>
    </message>
    <message>
        <source>Like the &amp;System</source>
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
        <translation>&amp;Συμπαγής</translation>
    </message>
</context>
<context>
    <name>ManageDialog</name>
    <message>
        <source>Passphrase of today</source>
        <translation>Τρέχουσα φράση πρόσβασης</translation>
    </message>
    <message>
        <source>This library is encrypted. What is done here asks for its passphrase.</source>
        <translation>Η βιβλιοθήκη είναι κρυπτογραφημένη. Για τις ενέργειες εδώ χρειάζεται η φράση πρόσβασής της.</translation>
    </message>
    <message>
        <source>Backups made before open with the passphrase that they were made with.</source>
        <translation>Αντίγραφα ασφαλείας που έγιναν νωρίτερα ανοίγουν με τη φράση με την οποία έγιναν.</translation>
    </message>
    <message>
        <source>&amp;Change the Passphrase</source>
        <translation>&amp;Αλλαγή της φράσης πρόσβασης</translation>
    </message>
    <message>
        <source>Turn Encryption &amp;Off</source>
        <translation>Κατάρ&amp;γηση κρυπτογράφησης</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>&amp;Lock after minutes without a key or the mouse</source>
        <translation>Κ&amp;λείδωμα μετά από λεπτά χωρίς πλήκτρο ή ποντίκι</translation>
    </message>
    <message>
        <source>never</source>
        <translation>ποτέ</translation>
    </message>
    <message>
        <source>Minutes without a key or the mouse after which it locks; 0: never</source>
        <translation>Λεπτά χωρίς πλήκτρο ή ποντίκι μετά τα οποία κλειδώνει· 0: ποτέ</translation>
    </message>
    <message>
        <source>It also locks before the computer sleeps. Only what is pressed in Delegate Desk counts.</source>
        <translation>Κλειδώνει και πριν από την αναστολή λειτουργίας του υπολογιστή. Μετράει μόνο ό,τι πατιέται στο Delegate Desk.</translation>
    </message>
    <message>
        <source>From now on the library opens with the new one; write it down.</source>
        <translation>Στο εξής η βιβλιοθήκη ανοίγει με τη νέα φράση· σημειώστε την.</translation>
    </message>
    <message>
        <source>The passphrase was changed</source>
        <translation>Η φράση πρόσβασης άλλαξε</translation>
    </message>
    <message>
        <source>Turning encryption off</source>
        <translation>Κατάργηση κρυπτογράφησης</translation>
    </message>
    <message>
        <source>The library is not encrypted any more</source>
        <translation>Η βιβλιοθήκη δεν είναι πλέον κρυπτογραφημένη</translation>
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
        <source>Found in the manual</source>
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
        <source>1 place</source>
        <translation>1 εύρημα</translation>
    </message>
    <message>
        <source>{n} places</source>
        <translation>{n} ευρήματα</translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <translation>Καμία σελίδα δεν έχει αυτές τις λέξεις.</translation>
    </message>
</context>
<context>
    <name>Masthead</name>
    <message>
        <source>previous: {documents}</source>
        <translation>προηγούμενα: {documents}</translation>
    </message>
    <message>
        <source>Not sure of: {fields}.</source>
        <translation>Δεν είναι βέβαια: {fields}.</translation>
    </message>
    <message>
        <source>{key} puts it right.</source>
        <translation>Διορθώνονται με {key}.</translation>
    </message>
    <message>
        <source>1 annotation or line has no place in this reading</source>
        <translation>1 σχολιασμός ή γραμμή δεν έχει θέση σε αυτή τη μορφή του κειμένου</translation>
    </message>
    <message>
        <source>{n} annotations or lines have no place in this reading</source>
        <translation>{n} σχολιασμοί ή γραμμές δεν έχουν θέση σε αυτή τη μορφή του κειμένου</translation>
    </message>
    <message>
        <source>Put right by hand: {fields}</source>
        <translation>Διορθώθηκαν με το χέρι: {fields}</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>whole</source>
        <translation>σύνολο</translation>
    </message>
    <message>
        <source>{code} on {place}</source>
        <translation>{code}, {place}</translation>
    </message>
    <message>
        <source>nothing said</source>
        <translation>δεν ειπώθηκε τίποτα</translation>
    </message>
</context>
<context>
    <name>MatrixPane</name>
    <message>
        <source>Who says what stands here, by paragraph, as lines are caught.</source>
        <translation>Εδώ εμφανίζεται ποιος λέει τι, ανά παράγραφο, καθώς καταγράφονται οι παρεμβάσεις.</translation>
    </message>
    <message>
        <source>Matrix and our line</source>
        <translation>Πίνακας θέσεων και η γραμμή μας</translation>
    </message>
    <message>
        <source>Our line on {place}</source>
        <translation>Η γραμμή μας: {place}</translation>
    </message>
    <message>
        <source>None yet: {key} opens our position.</source>
        <translation>Καμία ακόμη: με {key} ανοίγει η θέση μας.</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Καμία ακόμη.</translation>
    </message>
    <message>
        <source>Proposal: {text}</source>
        <translation>Πρόταση: {text}</translation>
    </message>
    <message>
        <source>Internal: {text}</source>
        <translation>Εσωτερικό: {text}</translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>Matrix: delegations by paragraphs</source>
        <translation>Πίνακας θέσεων: αντιπροσωπίες ανά παράγραφο</translation>
    </message>
    <message>
        <source>&amp;What Was Said	Enter</source>
        <translation>&amp;Τι ειπώθηκε	Enter</translation>
    </message>
    <message>
        <source>&amp;Go to the Paragraph</source>
        <translation>&amp;Μετάβαση στην παράγραφο</translation>
    </message>
</context>
<context>
    <name>MeasureBar</name>
    <message>
        <source>Taken: {share}</source>
        <translation>Έγινε δεκτό: {share}</translation>
    </message>
</context>
<context>
    <name>Meeting</name>
    <message>
        <source>Meeting</source>
        <translation>Συνεδρίαση</translation>
    </message>
    <message>
        <source>Item, matrix, report</source>
        <translation>Σημείο, πίνακας θέσεων, έκθεση</translation>
    </message>
</context>
<context>
    <name>MeetingView</name>
    <message>
        <source>Matrix of which item</source>
        <translation>Πίνακας θέσεων ποιου σημείου</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Έκθεση</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Σημείο</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Πίνακας</translation>
    </message>
    <message>
        <source>Item {n}</source>
        <translation>Σημείο {n}</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Συνεδρίαση</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>Όλα τα σημεία</translation>
    </message>
</context>
<context>
    <name>MemberList</name>
    <message>
        <source>Members and how they vote</source>
        <translation>Μέλη και πώς ψηφίζουν</translation>
    </message>
</context>
<context>
    <name>NarrowingPane</name>
    <message>
        <source>Narrow</source>
        <translation>Περιορισμός</translation>
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
    <name>NewMeetingView</name>
    <message>
        <source>Begin (Enter)</source>
        <translation>Έναρξη (Enter)</translation>
    </message>
    <message>
        <source>Begin the meeting</source>
        <translation>Έναρξη της συνεδρίασης</translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation>Νέα συνεδρίαση</translation>
    </message>
    <message>
        <source>Who meets</source>
        <translation>Ποιοι συνεδριάζουν</translation>
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
        <source>Working Party on …</source>
        <translation>Ομάδα …</translation>
    </message>
    <message>
        <source>10:00, may be empty</source>
        <translation>10:00, μπορεί να είναι κενό</translation>
    </message>
    <message>
        <source>Items and their documents are added afterwards.</source>
        <translation>Τα σημεία και τα έγγραφά τους προστίθενται κατόπιν.</translation>
    </message>
    <message>
        <source>Who meets is to be named.</source>
        <translation>Συμπληρώστε ποιοι συνεδριάζουν.</translation>
    </message>
    <message>
        <source>{typed} is no day: 14.10.2026.</source>
        <translation>Το {typed} δεν είναι ημέρα: 14.10.2026.</translation>
    </message>
    <message>
        <source>That is no time of day: 10:00.</source>
        <translation>Αυτό δεν είναι ώρα: 10:00.</translation>
    </message>
</context>
<context>
    <name>NoteEdit</name>
    <message>
        <source>[[ links to a place, a document or, with @, a note · - [ ] is a box to tick</source>
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
        <source>from a note</source>
        <translation>από σημείωση</translation>
    </message>
    <message>
        <source>Make Internal</source>
        <translation>Να γίνει εσωτερική</translation>
    </message>
    <message>
        <source>Keep the note on {label} out of what circulates</source>
        <translation>Να μην κυκλοφορήσει η σημείωση στο {label}</translation>
    </message>
    <message>
        <source>Show in Text</source>
        <translation>Εμφάνιση στο κείμενο</translation>
    </message>
    <message>
        <source>Show the note on {label} in the text</source>
        <translation>Εμφάνιση της σημείωσης στο {label} στο κείμενο</translation>
    </message>
    <message>
        <source>From a note on {label}: {words}</source>
        <translation>Από σημείωση στο {label}: {words}</translation>
    </message>
</context>
<context>
    <name>NotedBox</name>
    <message>
        <source>Noted on {place}</source>
        <translation>Σχολιασμοί στη διάταξη: {place}</translation>
    </message>
</context>
<context>
    <name>NotedCard</name>
    <message>
        <source>Open it where it stands</source>
        <translation>Άνοιγμα στο σημείο όπου βρίσκεται</translation>
    </message>
    <message>
        <source>done</source>
        <translation>έγινε</translation>
    </message>
    <message>
        <source>Enter opens it where it stands</source>
        <translation>Το Enter το ανοίγει στο σημείο όπου βρίσκεται</translation>
    </message>
    <message>
        <source>{stance}, as noted</source>
        <translation>{stance}, όπως στον σχολιασμό</translation>
    </message>
    <message>
        <source>Take the stance “{stance}”, as noted</source>
        <translation>Λήψη της θέσης «{stance}», όπως στον σχολιασμό</translation>
    </message>
    <message>
        <source>Let this be our stance on the provision</source>
        <translation>Να είναι αυτή η θέση μας για τη διάταξη</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Close the notice</source>
        <translation>Κλείσιμο της ειδοποίησης</translation>
    </message>
</context>
<context>
    <name>Noticing</name>
    <message>
        <source>Delegate Desk broke off last time. What was saved is safe, and you are back where you were. Help &gt; Report for Support says where it happened.</source>
        <translation>Το Delegate Desk διακόπηκε απότομα την προηγούμενη φορά. Ό,τι είχε αποθηκευτεί είναι ασφαλές, και βρίσκεστε πάλι εκεί όπου ήσασταν. Το Βοήθεια &gt; Αναφορά για την υποστήριξη δείχνει πού συνέβη.</translation>
    </message>
    <message>
        <source>Delegate Desk was ended from outside last time, as when a computer is switched off. What was saved is safe, and you are back where you were.</source>
        <translation>Το Delegate Desk τερματίστηκε απέξω την προηγούμενη φορά, όπως όταν κλείνει ο υπολογιστής. Ό,τι είχε αποθηκευτεί είναι ασφαλές, και βρίσκεστε πάλι εκεί όπου ήσασταν.</translation>
    </message>
    <message>
        <source>{service} copies this library&apos;s folder to other computers, which can damage it: open it on one computer at a time, or keep it in another folder and work with others through packages or a shared folder.</source>
        <translation>Η υπηρεσία {service} αντιγράφει τον φάκελο αυτής της βιβλιοθήκης σε άλλους υπολογιστές, πράγμα που μπορεί να τη βλάψει: ανοίγετέ την σε έναν υπολογιστή κάθε φορά ή κρατήστε την σε άλλον φάκελο και συνεργαστείτε με άλλους με πακέτα ή κοινόχρηστο φάκελο.</translation>
    </message>
    <message>
        <source>In the library&apos;s folder a service made copies of files that were written on two computers at once ({files}). Help &gt; Check the Library brings together what either wrote. Have only one computer write the library from now on.</source>
        <translation>Στον φάκελο της βιβλιοθήκης μια υπηρεσία δημιούργησε αντίγραφα αρχείων που γράφτηκαν ταυτόχρονα σε δύο υπολογιστές ({files}). Το Βοήθεια &gt; Έλεγχος της βιβλιοθήκης ενώνει όσα έγραψε ο καθένας. Στο εξής να γράφει στη βιβλιοθήκη μόνο ένας υπολογιστής.</translation>
    </message>
    <message>
        <source>Before you begin</source>
        <translation>Πριν ξεκινήσετε</translation>
    </message>
    <message>
        <source>Delegate Desk is now version {version}</source>
        <translation>Το Delegate Desk είναι πλέον στην έκδοση {version}</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Τι νέο υπάρχει</translation>
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
        <source>Type a number to go to that page</source>
        <translation>Πληκτρολογήστε αριθμό για μετάβαση στη σελίδα</translation>
    </message>
    <message>
        <source>Smaller page (-)</source>
        <translation>Μικρότερη σελίδα (-)</translation>
    </message>
    <message>
        <source>Larger page (+)</source>
        <translation>Μεγαλύτερη σελίδα (+)</translation>
    </message>
    <message>
        <source>of {of}</source>
        <translation>από {of}</translation>
    </message>
    <message>
        <source>Small pages</source>
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
        <source>Close the page</source>
        <translation>Κλείσιμο της σελίδας</translation>
    </message>
    <message>
        <source>Size of the pages</source>
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
    <name>OtherCard</name>
    <message>
        <source>Open it where it stands</source>
        <translation>Άνοιγμα εκεί όπου βρίσκεται</translation>
    </message>
</context>
<context>
    <name>OtherWording</name>
    <message>
        <source>nobody named</source>
        <translation>χωρίς όνομα</translation>
    </message>
    <message>
        <source>T takes this wording</source>
        <translation>T υιοθετεί τη διατύπωση</translation>
    </message>
    <message>
        <source>T takes this wording over</source>
        <translation>T υιοθετεί αυτή τη διατύπωση</translation>
    </message>
    <message>
        <source>Take Over</source>
        <translation>Υιοθέτηση</translation>
    </message>
    <message>
        <source>Take this line over into ours</source>
        <translation>Υιοθέτηση αυτής της γραμμής στη δική μας</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Αφαίρεση</translation>
    </message>
    <message>
        <source>Remove the line of another</source>
        <translation>Αφαίρεση της γραμμής άλλου</translation>
    </message>
    <message>
        <source>It stays removed, though they send it again</source>
        <translation>Μένει αφαιρεμένη, ακόμη και αν τη στείλουν πάλι</translation>
    </message>
</context>
<context>
    <name>OthersBox</name>
    <message>
        <source>Others on {place}</source>
        <translation>Άλλοι: {place}</translation>
    </message>
    <message>
        <source>Nothing that others wrote or said on it is held.</source>
        <translation>Δεν υπάρχει τίποτα που να έγραψαν ή να είπαν άλλοι για αυτό.</translation>
    </message>
    <message>
        <source>Lines of others where we have none</source>
        <translation>Γραμμές άλλων όπου δεν έχουμε δική μας</translation>
    </message>
</context>
<context>
    <name>OurCard</name>
    <message>
        <source>Internal – never exported for circulation</source>
        <translation>Εσωτερικό – δεν εξάγεται ποτέ προς κυκλοφορία</translation>
    </message>
    <message>
        <source>Open Position</source>
        <translation>Άνοιγμα θέσης</translation>
    </message>
    <message>
        <source>Open our position on this paragraph</source>
        <translation>Άνοιγμα της θέσης μας επί της παραγράφου</translation>
    </message>
    <message>
        <source>Our position</source>
        <translation>Η θέση μας</translation>
    </message>
    <message>
        <source>Enter opens it</source>
        <translation>Με Enter ανοίγει</translation>
    </message>
</context>
<context>
    <name>OurPosition</name>
    <message>
        <source>Our position</source>
        <translation>Η θέση μας</translation>
    </message>
    <message>
        <source>None yet: {key} drafts one.</source>
        <translation>Δεν υπάρχει ακόμη: {key} για σύνταξη.</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Δεν υπάρχει ακόμη.</translation>
    </message>
</context>
<context>
    <name>OursBox</name>
    <message>
        <source>What changed for us</source>
        <translation>Τι άλλαξε για εμάς</translation>
    </message>
    <message>
        <source>All {n} on one page</source>
        <translation>Και τα {n} σε μία σελίδα</translation>
    </message>
    <message>
        <source>On one page</source>
        <translation>Σε μία σελίδα</translation>
    </message>
    <message>
        <source>Show what changed for us on one page</source>
        <translation>Εμφάνιση σε μία σελίδα όσων άλλαξαν για εμάς</translation>
    </message>
    <message>
        <source>It is not certain where it belongs.</source>
        <translation>Δεν είναι βέβαιο πού ανήκει.</translation>
    </message>
    <message>
        <source>Kept where it was, with its last text.</source>
        <translation>Φυλάχθηκε εκεί όπου ήταν, με το τελευταίο κείμενό του.</translation>
    </message>
    <message>
        <source>in: {words}</source>
        <translation>μέσα: {words}</translation>
    </message>
    <message>
        <source>not in: {words}</source>
        <translation>εκτός: {words}</translation>
    </message>
    <message>
        <source>“{old}” is now “{new}”.</source>
        <translation>Αντί «{old}» τώρα «{new}».</translation>
    </message>
    <message>
        <source>“{words}” came in.</source>
        <translation>Προστέθηκε «{words}».</translation>
    </message>
    <message>
        <source>“{words}” is out.</source>
        <translation>Απαλείφθηκε «{words}».</translation>
    </message>
    <message>
        <source>Carried over</source>
        <translation>Μεταφέρθηκαν</translation>
    </message>
    <message>
        <source>Not carried over yet.</source>
        <translation>Δεν έχουν μεταφερθεί ακόμη.</translation>
    </message>
    <message>
        <source>Carry Over</source>
        <translation>Μεταφορά</translation>
    </message>
    <message>
        <source>Carry over what stands on the old document</source>
        <translation>Μεταφορά όσων βρίσκονται στο παλαιό έγγραφο</translation>
    </message>
    <message>
        <source>placed</source>
        <translation>τοποθετήθηκε</translation>
    </message>
    <message>
        <source>to look at</source>
        <translation>προς έλεγχο</translation>
    </message>
    <message>
        <source>paragraph gone</source>
        <translation>η παράγραφος απαλείφθηκε</translation>
    </message>
    <message>
        <source>deleted earlier</source>
        <translation>είχαν διαγραφεί νωρίτερα</translation>
    </message>
    <message>
        <source>Look at 1 note</source>
        <translation>Έλεγχος 1 σημείωσης</translation>
    </message>
    <message>
        <source>Look at {n} notes</source>
        <translation>Έλεγχος {n} σημειώσεων</translation>
    </message>
    <message>
        <source>Look at all</source>
        <translation>Έλεγχος όλων</translation>
    </message>
    <message>
        <source>Look at what was carried over</source>
        <translation>Έλεγχος όσων μεταφέρθηκαν</translation>
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
        <source>No heading has these words.</source>
        <translation>Καμία επικεφαλίδα δεν έχει αυτές τις λέξεις.</translation>
    </message>
    <message>
        <source>No headings here.</source>
        <translation>Δεν υπάρχουν επικεφαλίδες.</translation>
    </message>
</context>
<context>
    <name>Packing</name>
    <message>
        <source>Nothing to pack</source>
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
        <source>Take In a Package</source>
        <translation>Παραλαβή πακέτου</translation>
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
        <source>Changed by both</source>
        <translation>Άλλαξαν και από τους δύο</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Αποσύρθηκαν</translation>
    </message>
    <message>
        <source>Held already</source>
        <translation>Υπήρχαν ήδη</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Έγγραφα</translation>
    </message>
    <message>
        <source>There was nothing to take in.</source>
        <translation>Δεν υπήρχε τίποτα προς παραλαβή.</translation>
    </message>
    <message>
        <source>Kept aside until their documents are in the library: {count}.</source>
        <translation>Φυλάσσονται χωριστά έως ότου τα έγγραφά τους μπουν στη βιβλιοθήκη: {count}.</translation>
    </message>
    <message>
        <source>Taken in from {person}</source>
        <translation>Παραλήφθηκε από: {person}</translation>
    </message>
    <message>
        <source>Remove what it brought</source>
        <translation>Αφαίρεση όσων έφερε</translation>
    </message>
    <message>
        <source>Pack for a Colleague</source>
        <translation>Πακέτο για συνάδελφο</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Τι</translation>
    </message>
    <message>
        <source>Which documents leave, with what is on them</source>
        <translation>Ποια έγγραφα στέλνονται, μαζί με όσα είναι πάνω τους</translation>
    </message>
    <message>
        <source>Take the f&amp;iles of the documents along</source>
        <translation>Μαζί και τα αρ&amp;χεία των εγγράφων</translation>
    </message>
    <message>
        <source>Take along what is &amp;internal</source>
        <translation>Μαζί και τα ε&amp;σωτερικά</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>Α&amp;πό</translation>
    </message>
    <message>
        <source>Your name, as your colleague sees it beside your notes</source>
        <translation>Το όνομά σας, όπως το βλέπει ο συνάδελφος δίπλα στις σημειώσεις σας</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>Πρ&amp;ος</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Αρχείο προς εγγραφή</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Επιλογή …</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Επιλογή του αρχείου</translation>
    </message>
    <message>
        <source>Progress of packing</source>
        <translation>Πρόοδος του πακέτου</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Κλείσιμο</translation>
    </message>
    <message>
        <source>&amp;Pack</source>
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
        <source>Internal are notes marked so, and of positions the fallbacks, red lines, instructions and notes: your colleague would see them all. The package says that they are in it.</source>
        <translation>Εσωτερικά είναι οι σημειώσεις με αυτή την ένδειξη και, από τις θέσεις, οι εφεδρικές διατυπώσεις, οι κόκκινες γραμμές, οι οδηγίες και οι σημειώσεις: ο συνάδελφος θα τα δει όλα. Το πακέτο αναφέρει ότι τα περιέχει.</translation>
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
        <source>lines of positions: {n}</source>
        <translation>γραμμές θέσεων: {n}</translation>
    </message>
    <message>
        <source>passed on from others: {n}</source>
        <translation>προώθηση από άλλους: {n}</translation>
    </message>
    <message>
        <source>taken back: {n}</source>
        <translation>ανακλήθηκαν: {n}</translation>
    </message>
    <message>
        <source>What leaves: {counted}.</source>
        <translation>Στέλνονται: {counted}.</translation>
    </message>
    <message>
        <source>Of these internal: {n}.</source>
        <translation>Από αυτά εσωτερικά: {n}.</translation>
    </message>
    <message>
        <source>Internal, and stays here: {n}.</source>
        <translation>Εσωτερικά, που μένουν εδώ: {n}.</translation>
    </message>
    <message>
        <source>Packing {file}</source>
        <translation>Δημιουργία πακέτου: {file}</translation>
    </message>
    <message>
        <source>{kilobytes} kB</source>
        <translation>{kilobytes} kB</translation>
    </message>
    <message>
        <source>What is internal is in it.</source>
        <translation>Περιέχει τα εσωτερικά.</translation>
    </message>
    <message>
        <source>Written: {file}, {size}.</source>
        <translation>Γράφτηκε: {file}, {size}.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Εντολές</translation>
    </message>
    <message>
        <source>Type a command, a document or a place</source>
        <translation>Πληκτρολογήστε εντολή, έγγραφο ή διάταξη</translation>
    </message>
</context>
<context>
    <name>PaletteFlow</name>
    <message>
        <source>Go to {place}</source>
        <translation>Μετάβαση: {place}</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Διάταξη</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Καρτέλα</translation>
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
        <translation>Φυλαγμένη αναζήτηση</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Προτιμήσεις</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Έγγραφο</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Footnotes</source>
        <translation>Υποσημειώσεις</translation>
    </message>
    <message>
        <source>our proposal</source>
        <translation>η πρότασή μας</translation>
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
        <source>Your name, as colleagues see it beside your notes</source>
        <translation>Το όνομά σας, όπως το βλέπουν οι συνάδελφοι δίπλα στις σημειώσεις σας</translation>
    </message>
    <message>
        <source>Colleagues see it beside the notes that you pack for them. No export to Word bears it: its author is the delegation.</source>
        <translation>Οι συνάδελφοι το βλέπουν δίπλα στις σημειώσεις που τους στέλνετε σε πακέτο. Καμία εξαγωγή σε Word δεν το φέρει: συντάκτης της είναι η αντιπροσωπία.</translation>
    </message>
    <message>
        <source>People whose packages came</source>
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
        <source>Lines here</source>
        <translation>Γραμμές</translation>
    </message>
    <message>
        <source>Last package</source>
        <translation>Τελευταίο</translation>
    </message>
    <message>
        <source>&amp;Remove All of Theirs</source>
        <translation>&amp;Αφαίρεση όλων των δικών του</translation>
    </message>
    <message>
        <source>&amp;Take Nothing More</source>
        <translation>&amp;Να μη λαμβάνεται τίποτα πια</translation>
    </message>
    <message>
        <source>For one who left: what they put into the shared folder is not taken in any more. What is here stays until you remove it.</source>
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
        <source>{person} (nothing more is taken)</source>
        <translation>{person} (δεν λαμβάνεται τίποτα πια)</translation>
    </message>
    <message>
        <source>No package of anybody came yet: File &gt; The Library &gt; Unpack takes one in.</source>
        <translation>Δεν έχει έρθει ακόμη πακέτο από κανέναν: παραλαβή με Αρχείο &gt; Βιβλιοθήκη &gt; Άνοιγμα πακέτου.</translation>
    </message>
    <message>
        <source>&amp;Take Nothing More</source>
        <translation>&amp;Να μη λαμβάνεται τίποτα πια</translation>
    </message>
    <message>
        <source>&amp;Take Again</source>
        <translation>Να &amp;λαμβάνεται πάλι</translation>
    </message>
    <message>
        <source>Removed, and stays so though they send it again; what they write anew comes. Undo brings it back.</source>
        <translation>Αφαιρέθηκαν και μένουν έτσι, ακόμη και αν σταλούν πάλι· ό,τι νέο γράψει θα έρθει. Με αναίρεση επανέρχονται.</translation>
    </message>
    <message>
        <source>What they put into the shared folder is taken in again, with the next exchange.</source>
        <translation>Ό,τι έβαλε στον κοινόχρηστο φάκελο λαμβάνεται πάλι, με την επόμενη ανταλλαγή.</translation>
    </message>
    <message>
        <source>Nothing more of theirs is taken from the shared folder. What is here stays until you remove it; a package that you open yourself is taken in.</source>
        <translation>Δεν λαμβάνεται πια τίποτα δικό του από τον κοινόχρηστο φάκελο. Ό,τι βρίσκεται εδώ μένει έως ότου το αφαιρέσετε· πακέτο που ανοίγετε εσείς παραλαμβάνεται.</translation>
    </message>
</context>
<context>
    <name>PhrasesDialog</name>
    <message>
        <source>Phrases</source>
        <translation>Έτοιμες φράσεις</translation>
    </message>
    <message>
        <source>Keyword, or words of the text</source>
        <translation>Λέξη-κλειδί ή λέξεις του κειμένου</translation>
    </message>
    <message>
        <source>Find a phrase</source>
        <translation>Εύρεση φράσης</translation>
    </message>
    <message>
        <source>&amp;Put In</source>
        <translation>&amp;Εισαγωγή</translation>
    </message>
    <message>
        <source>&amp;New …</source>
        <translation>&amp;Νέα…</translation>
    </message>
    <message>
        <source>&amp;Change …</source>
        <translation>Α&amp;λλαγή…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Διαγραφή</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Αποθήκευση</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Πίσω</translation>
    </message>
    <message>
        <source>No phrase has these words.</source>
        <translation>Καμία φράση δεν έχει αυτές τις λέξεις.</translation>
    </message>
    <message>
        <source>No phrase yet. “New” keeps one: words that you chose where you write come along.</source>
        <translation>Καμία φράση ακόμη. Με «Νέα» φυλάσσεται μία: οι λέξεις που έχετε επιλέξει στο κείμενό σας μεταφέρονται.</translation>
    </message>
    <message>
        <source>thanks, parliamentary reservation, …</source>
        <translation>ευχαριστίες, κοινοβουλευτική επιφύλαξη, …</translation>
    </message>
    <message>
        <source>&amp;Keyword</source>
        <translation>Λέξη-&amp;κλειδί</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Γλώσσα</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>Κεί&amp;μενο</translation>
    </message>
</context>
<context>
    <name>PlaceBar</name>
    <message>
        <source>No such place here</source>
        <translation>Δεν υπάρχει εδώ τέτοια θέση</translation>
    </message>
</context>
<context>
    <name>PlaceFinder</name>
    <message>
        <source>{name} has no place “{typed}”.</source>
        <translation>Το {name} δεν έχει θέση «{typed}».</translation>
    </message>
</context>
<context>
    <name>PlaceLine</name>
    <message>
        <source>Number of the provision, as printed</source>
        <translation>Αριθμός της διάταξης, όπως τυπώνεται</translation>
    </message>
    <message>
        <source>number</source>
        <translation>αριθμός</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Ανάκληση</translation>
    </message>
    <message>
        <source>New, behind {place}</source>
        <translation>Νέα, μετά από: {place}</translation>
    </message>
    <message>
        <source>New, at the very beginning</source>
        <translation>Νέα, στην αρχή του κειμένου</translation>
    </message>
    <message>
        <source>Goes behind {place}</source>
        <translation>Πηγαίνει μετά από: {place}</translation>
    </message>
    <message>
        <source>Goes to the very beginning</source>
        <translation>Πηγαίνει στην αρχή του κειμένου</translation>
    </message>
    <message>
        <source>Leave It Here</source>
        <translation>Να μείνει εδώ</translation>
    </message>
    <message>
        <source>Is to go</source>
        <translation>Να απαλειφθεί</translation>
    </message>
    <message>
        <source>Keep It</source>
        <translation>Διατήρηση</translation>
    </message>
    <message>
        <source>{said}, as</source>
        <translation>{said}, ως</translation>
    </message>
</context>
<context>
    <name>PositionHead</name>
    <message>
        <source>Say who cleared the position</source>
        <translation>Δηλώστε ποιος ενέκρινε τη θέση</translation>
    </message>
    <message>
        <source>Mark as Cleared …</source>
        <translation>Έγκριση…</translation>
    </message>
    <message>
        <source>Mark as Sent …</source>
        <translation>Ως απεσταλμένη…</translation>
    </message>
    <message>
        <source>Say to whom the position went</source>
        <translation>Δηλώστε σε ποιον εστάλη η θέση</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Απόσυρση</translation>
    </message>
    <message>
        <source>Withdraw the position</source>
        <translation>Απόσυρση της θέσης</translation>
    </message>
    <message>
        <source>Versions …</source>
        <translation>Εκδόσεις…</translation>
    </message>
    <message>
        <source>Compare versions, and see what became of each field</source>
        <translation>Σύγκριση εκδόσεων και ιστορικό κάθε πεδίου</translation>
    </message>
    <message>
        <source>Show entries from notes</source>
        <translation>Εμφάνιση όσων προέρχονται από σημειώσεις</translation>
    </message>
    <message>
        <source>Notes for circulation are in the exported file as well</source>
        <translation>Οι σημειώσεις προς κυκλοφορία περιέχονται και στο εξαγόμενο αρχείο</translation>
    </message>
    <message>
        <source>Position {of_state}</source>
        <translation>Θέση {of_state}</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Θέση</translation>
    </message>
    <message>
        <source>on {name} · {status}</source>
        <translation>για το {name} · {status}</translation>
    </message>
    <message>
        <source>1 with a wording of our own</source>
        <translation>1 με δική μας διατύπωση</translation>
    </message>
    <message>
        <source>{n} with wordings of our own</source>
        <translation>{n} με δική μας διατύπωση</translation>
    </message>
</context>
<context>
    <name>PositionSide</name>
    <message>
        <source>About the position</source>
        <translation>Σχετικά με τη θέση</translation>
    </message>
</context>
<context>
    <name>PositionTexts</name>
    <message>
        <source>General comments</source>
        <translation>Γενικές παρατηρήσεις</translation>
    </message>
    <message>
        <source>What we say on the document as a whole</source>
        <translation>Τι λέμε για το έγγραφο στο σύνολό του</translation>
    </message>
    <message>
        <source>Internal notes</source>
        <translation>Εσωτερικές σημειώσεις</translation>
    </message>
    <message>
        <source>Instructions, limits, who to call</source>
        <translation>Οδηγίες, όρια, ποιον να καλέσουμε</translation>
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
        <source>Internal notes · never leave with what circulates</source>
        <translation>Εσωτερικές σημειώσεις · δεν περιέχονται ποτέ σε ό,τι κυκλοφορεί</translation>
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
        <source>the whole document</source>
        <translation>ολόκληρο το έγγραφο</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Προτιμήσεις</translation>
    </message>
    <message>
        <source>Search the preferences and the keys</source>
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
        <source>Keys</source>
        <translation>Πλήκτρα</translation>
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
        <source>Nothing has these words.</source>
        <translation>Τίποτα δεν έχει αυτές τις λέξεις.</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
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
    <name>PreviewDialog</name>
    <message>
        <source>not chosen yet</source>
        <translation>δεν έχει επιλεγεί ακόμη</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>Εγγραφή: {file}</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Γράφτηκε: {file}</translation>
    </message>
    <message>
        <source>Word documents (*.docx)</source>
        <translation>Έγγραφα Word (*.docx)</translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>Απλό κείμενο (*.txt)</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Ιστοσελίδες (*.html)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>A look at the hit</source>
        <translation>Προεπισκόπηση του αποτελέσματος</translation>
    </message>
    <message>
        <source>Enter opens · Space or Esc closes</source>
        <translation>Enter άνοιγμα · Διάστημα ή Esc κλείσιμο</translation>
    </message>
</context>
<context>
    <name>Provision</name>
    <message>
        <source>Provision {label}</source>
        <translation>Διάταξη {label}</translation>
    </message>
    <message>
        <source>Wording of {label}</source>
        <translation>Διατύπωση για {label}</translation>
    </message>
    <message>
        <source>What the new provision is to say</source>
        <translation>Τι θα λέει η νέα διάταξη</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Περισσότερα</translation>
    </message>
    <message>
        <source>What can be done with {label}</source>
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
    <name>ProvisionList</name>
    <message>
        <source>whole</source>
        <translation>σύνολο</translation>
    </message>
</context>
<context>
    <name>QueryChips</name>
    <message>
        <source>How the query was read</source>
        <translation>Ερμηνεία του ερωτήματος</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Your delegation</source>
        <translation>Η αντιπροσωπία σας</translation>
    </message>
    <message>
        <source>Your &amp;delegation</source>
        <translation>Η &amp;αντιπροσωπία σας</translation>
    </message>
    <message>
        <source>You read</source>
        <translation>Διαβάζετε</translation>
    </message>
    <message>
        <source>The window speaks</source>
        <translation>Γλώσσα παραθύρου</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Reader</source>
        <translation>Ανάγνωση</translation>
    </message>
    <message>
        <source>This document marks its own changes.</source>
        <translation>Το έγγραφο επισημαίνει τις αλλαγές του.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Γιατί;</translation>
    </message>
    <message>
        <source>Why, and how to say otherwise</source>
        <translation>Γιατί, και πώς να δηλώσετε άλλο</translation>
    </message>
    <message>
        <source>As marked</source>
        <translation>Με επισημάνσεις</translation>
    </message>
    <message>
        <source>New words underlined, words that are gone struck</source>
        <translation>Οι νέες λέξεις υπογραμμισμένες, όσες απαλείφθηκαν διαγραμμένες</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Πριν</translation>
    </message>
    <message>
        <source>The text without the changes that it marks</source>
        <translation>Το κείμενο χωρίς τις αλλαγές που επισημαίνει</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Μετά</translation>
    </message>
    <message>
        <source>The text as it would stand after its changes</source>
        <translation>Το κείμενο όπως θα είχε μετά τις αλλαγές του</translation>
    </message>
    <message>
        <source>Find in this document</source>
        <translation>Εύρεση σε αυτό το έγγραφο</translation>
    </message>
    <message>
        <source>Previous place found</source>
        <translation>Προηγούμενο εύρημα</translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation>Επόμενο εύρημα</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Κλείσιμο (Esc)</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Κλείσιμο της γραμμής εύρεσης</translation>
    </message>
    <message>
        <source>Go to: 7, 7f, 5(2)(a), r34, annex 1 p 3, fn 9</source>
        <translation>Μετάβαση: 7, 7f, 5(2)(a), r34, annex 1 p 3, fn 9</translation>
    </message>
    <message>
        <source>Go to a place</source>
        <translation>Μετάβαση σε θέση</translation>
    </message>
</context>
<context>
    <name>RemarkList</name>
    <message>
        <source>To look at before it goes</source>
        <translation>Προς έλεγχο πριν σταλεί</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>With the codes of delegations</source>
        <translation>Με τους κωδικούς των αντιπροσωπιών</translation>
    </message>
    <message>
        <source>Delegations counted, not named</source>
        <translation>Αριθμός αντιπροσωπιών, χωρίς όνομα</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Ονόματα</translation>
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
        <source>{marking} on each page</source>
        <translation>{marking} σε κάθε σελίδα</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 διάταξη</translation>
    </message>
    <message>
        <source>{n} places</source>
        <translation>{n} διατάξεις</translation>
    </message>
    <message>
        <source>1 item spoken on</source>
        <translation>1 σημείο με παρεμβάσεις</translation>
    </message>
    <message>
        <source>{n} items spoken on</source>
        <translation>{n} σημεία με παρεμβάσεις</translation>
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
</context>
<context>
    <name>Rereading</name>
    <message>
        <source>This version of the program has read all documents.</source>
        <translation>Αυτή η έκδοση του προγράμματος έχει διαβάσει όλα τα έγγραφα.</translation>
    </message>
    <message>
        <source>Nothing to read again</source>
        <translation>Τίποτα προς νέα ανάγνωση</translation>
    </message>
    <message>
        <source>Not everything was read again</source>
        <translation>Δεν διαβάστηκαν όλα εκ νέου</translation>
    </message>
</context>
<context>
    <name>Revising</name>
    <message>
        <source>For us · {name}</source>
        <translation>Για εμάς · {name}</translation>
    </message>
    <message>
        <source>Carried over · {name}</source>
        <translation>Μεταφορά · {name}</translation>
    </message>
    <message>
        <source>↑↓ choose · Enter open · Ctrl+Enter new tab · {export} to Word</source>
        <translation>↑↓ επιλογή · Enter άνοιγμα · Ctrl+Enter νέα καρτέλα · {export} σε Word</translation>
    </message>
    <message>
        <source>{next} {previous} choose · 1–9 pick a place · 0 nowhere · Enter open · {undo} undo</source>
        <translation>{next} {previous} επιλογή · 1–9 θέση από τις προτεινόμενες · 0 πουθενά · Enter άνοιγμα · {undo} αναίρεση</translation>
    </message>
    <message>
        <source>“Compare With …” lays it beside any document.</source>
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
        <source>Look at them</source>
        <translation>Έλεγχος</translation>
    </message>
    <message>
        <source>It holds what is internal: paste it into a mail to the capital alone.</source>
        <translation>Περιέχει εσωτερικά στοιχεία: επικολλήστε το μόνο σε μήνυμα προς την πρωτεύουσα.</translation>
    </message>
    <message>
        <source>What changed for us is in the clipboard</source>
        <translation>Το «Τι άλλαξε για εμάς» είναι στο πρόχειρο</translation>
    </message>
</context>
<context>
    <name>RoomPanes</name>
    <message>
        <source>This item names no document. What is said is kept all the same.</source>
        <translation>Το σημείο αυτό δεν αναφέρει έγγραφο. Οι παρεμβάσεις φυλάσσονται παρ’ όλα αυτά.</translation>
    </message>
    <message>
        <source>Nothing was said on this item yet. Type who speaks, a sign, where, and words: DE+ 10 agrees</source>
        <translation>Δεν έχει ειπωθεί ακόμη τίποτα για αυτό το σημείο. Πληκτρολογήστε ποιος μιλά, ένα σύμβολο, πού, και λόγια: DE+ 10 συμφωνεί</translation>
    </message>
    <message>
        <source>No document of this item is held. Missing: {names}. Drop it here, or press {key}.</source>
        <translation>Κανένα έγγραφο αυτού του σημείου δεν είναι στη βιβλιοθήκη. Λείπουν: {names}. Σύρετέ το εδώ ή πατήστε {key}.</translation>
    </message>
    <message>
        <source>Said on {place}, in all meetings</source>
        <translation>Ειπώθηκαν: {place}, σε όλες τις συνεδριάσεις</translation>
    </message>
    <message>
        <source>{key} shows the item again</source>
        <translation>{key} πίσω στο σημείο</translation>
    </message>
    <message>
        <source>Nothing was said on it yet.</source>
        <translation>Δεν έχει ειπωθεί ακόμη τίποτα για αυτό.</translation>
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
        <source>Matrix · item {n}</source>
        <translation>Πίνακας θέσεων · σημείο {n}</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Πίνακας θέσεων</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Συνεδρίαση</translation>
    </message>
</context>
<context>
    <name>SaidModel</name>
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
    <name>SaidView</name>
    <message>
        <source>What was said</source>
        <translation>Τι ειπώθηκε</translation>
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
        <source>&amp;Go to its place</source>
        <translation>&amp;Μετάβαση στη διάταξη</translation>
    </message>
    <message>
        <source>&amp;Delete	Del</source>
        <translation>&amp;Διαγραφή	Del</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Search results</source>
        <translation>Αποτελέσματα αναζήτησης</translation>
    </message>
    <message>
        <source>Order of the results</source>
        <translation>Σειρά των αποτελεσμάτων</translation>
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
        <source>any ending</source>
        <translation>κάθε κατάληξη</translation>
    </message>
    <message>
        <source>Find words with any ending</source>
        <translation>Εύρεση λέξεων με κάθε κατάληξη</translation>
    </message>
    <message>
        <source>Finds other forms of the words too; turn it off for the forms as typed</source>
        <translation>Βρίσκει και άλλους τύπους των λέξεων· απενεργοποιήστε το για τους τύπους όπως γράφτηκαν</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>Όνομα της αναζήτησης</translation>
    </message>
    <message>
        <source>Enter keeps it · Esc does not</source>
        <translation>Enter φύλαξη · Esc όχι</translation>
    </message>
    <message>
        <source>What to try</source>
        <translation>Τι να δοκιμάσετε</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Αποτελέσματα</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Every command, document and place by its name</source>
        <translation>Κάθε εντολή, έγγραφο και διάταξη με το όνομά της</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Εντολές</translation>
    </message>
    <message>
        <source>Tab takes the first</source>
        <translation>Το Tab επιλέγει την πρώτη</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>Πρόσφατες αναζητήσεις</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>This search could not be run. What was found before stays in the list.</source>
        <translation>Η αναζήτηση αυτή δεν μπόρεσε να εκτελεστεί. Όσα βρέθηκαν πριν μένουν στον κατάλογο.</translation>
    </message>
    <message>
        <source>Type words, a phrase in quotes, or a filter such as &lt;b&gt;lang:el&lt;/b&gt;, &lt;b&gt;after:2019-06&lt;/b&gt; or &lt;b&gt;in:notes&lt;/b&gt; into the box above.</source>
        <translation>Πληκτρολογήστε στο πλαίσιο επάνω λέξεις, μια φράση σε εισαγωγικά ή ένα φίλτρο όπως &lt;b&gt;γλώσσα:el&lt;/b&gt;, &lt;b&gt;μετά:2019-06&lt;/b&gt; ή &lt;b&gt;σε:σημειώσεις&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Nothing found so far.</source>
        <translation>Δεν βρέθηκε τίποτα ώς τώρα.</translation>
    </message>
    <message>
        <source>There is nothing to look for in this query yet.</source>
        <translation>Το ερώτημα δεν περιέχει ακόμη τίποτα προς αναζήτηση.</translation>
    </message>
    <message>
        <source>Nothing found. Fewer words, or the beginning of a word with &lt;b&gt;*&lt;/b&gt;, find more.</source>
        <translation>Δεν βρέθηκε τίποτα. Με λιγότερες λέξεις, ή με την αρχή μιας λέξης και &lt;b&gt;*&lt;/b&gt;, βρίσκονται περισσότερα.</translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>Previous place found</source>
        <translation>Προηγούμενο εύρημα</translation>
    </message>
    <message>
        <source>Next place found</source>
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
        <source>{n} of {count}</source>
        <translation>{n} από {count}</translation>
    </message>
    <message>
        <source>Not found here</source>
        <translation>Δεν βρέθηκε εδώ</translation>
    </message>
    <message>
        <source>No such place here</source>
        <translation>Δεν υπάρχει εδώ τέτοια θέση</translation>
    </message>
</context>
<context>
    <name>SendPane</name>
    <message>
        <source>Send</source>
        <translation>Αποστολή</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Είδος</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Για</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Επισήμανση</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Στήλες</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Ενδείξεις</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Πρότυπο</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Εξαγωγή…</translation>
    </message>
    <message>
        <source>Look at what leaves, then write, print or copy it</source>
        <translation>Έλεγχος όσων θα σταλούν, και μετά εγγραφή, εκτύπωση ή αντιγραφή</translation>
    </message>
    <message>
        <source>Nothing yet: write general comments or draft on a provision.</source>
        <translation>Τίποτα ακόμη: γράψτε γενικές παρατηρήσεις ή διατύπωση για μια διάταξη.</translation>
    </message>
    <message>
        <source>Nothing was found to look at.</source>
        <translation>Δεν βρέθηκε τίποτα προς έλεγχο.</translation>
    </message>
    <message>
        <source>Before it goes</source>
        <translation>Πριν σταλεί</translation>
    </message>
    <message>
        <source>What will leave</source>
        <translation>Τι θα σταλεί</translation>
    </message>
</context>
<context>
    <name>SentRow</name>
    <message>
        <source>Sent to</source>
        <translation>Εστάλη σε</translation>
    </message>
    <message>
        <source>The Presidency, the delegations, …</source>
        <translation>Προεδρία, αντιπροσωπίες, …</translation>
    </message>
    <message>
        <source>Mark as &amp;Sent</source>
        <translation>&amp;Σήμανση ως απεσταλμένης</translation>
    </message>
    <message>
        <source>Nothing is sent from here. Say to whom it goes, and this version is kept as it went.</source>
        <translation>Από εδώ δεν στέλνεται τίποτα. Δηλώστε σε ποιον απευθύνεται, και η έκδοση αυτή φυλάσσεται όπως εστάλη.</translation>
    </message>
    <message>
        <source>Say first to whom it goes.</source>
        <translation>Δηλώστε πρώτα σε ποιον απευθύνεται.</translation>
    </message>
    <message>
        <source>Kept: {file} went to {whom}.</source>
        <translation>Φυλάχθηκε: {file}, εστάλη σε {whom}.</translation>
    </message>
</context>
<context>
    <name>SetDialog</name>
    <message>
        <source>The general protection of a laptop is full-disk encryption, which is on or off in the system&apos;s own settings: with it nobody reads this library, or anything else, while the laptop is off. Ask whoever looks after the laptop whether it is on.</source>
        <translation>Η γενική προστασία ενός φορητού υπολογιστή είναι η κρυπτογράφηση ολόκληρου του δίσκου, που ενεργοποιείται ή όχι στις ρυθμίσεις του συστήματος: με αυτή κανείς δεν διαβάζει τη βιβλιοθήκη, ούτε οτιδήποτε άλλο, όσο ο υπολογιστής είναι κλειστός. Ρωτήστε όποιον φροντίζει τον υπολογιστή αν είναι ενεργή.</translation>
    </message>
    <message>
        <source>A passphrase protects this library beyond that: while the laptop is on and the library is locked, and in every copy of its folder. The documents, the notes, the search index and the backups in the folder are written anew, encrypted. What left it before, such as exports, packages and backups in a second place, is as it was.</source>
        <translation>Η φράση πρόσβασης προστατεύει τη βιβλιοθήκη πέραν αυτού: όσο ο υπολογιστής είναι ανοικτός και η βιβλιοθήκη κλειδωμένη, και σε κάθε αντίγραφο του φακέλου της. Τα έγγραφα, οι σημειώσεις, το ευρετήριο αναζήτησης και τα αντίγραφα ασφαλείας στον φάκελο γράφονται εκ νέου, κρυπτογραφημένα. Ό,τι βγήκε νωρίτερα, όπως εξαγωγές, πακέτα και αντίγραφα σε δεύτερη θέση, μένει όπως ήταν.</translation>
    </message>
    <message>
        <source>A lost passphrase is a lost library. It is kept nowhere and cannot be reset: nobody can help, neither your administrator nor the makers of Delegate Desk. Write it down, and keep that where only you go.</source>
        <translation>Αν χαθεί η φράση πρόσβασης, χάνεται η βιβλιοθήκη. Δεν φυλάσσεται πουθενά και δεν επαναφέρεται: κανείς δεν μπορεί να βοηθήσει, ούτε ο διαχειριστής σας ούτε οι κατασκευαστές του Delegate Desk. Σημειώστε την και φυλάξτε την εκεί όπου πηγαίνετε μόνο εσείς.</translation>
    </message>
    <message>
        <source>I &amp;know that without it nobody can open this library</source>
        <translation>&amp;Γνωρίζω ότι χωρίς αυτή κανείς δεν μπορεί να ανοίξει τη βιβλιοθήκη</translation>
    </message>
    <message>
        <source>&amp;Encrypt the Library</source>
        <translation>&amp;Κρυπτογράφηση της βιβλιοθήκης</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ακύρωση</translation>
    </message>
    <message>
        <source>Encrypting the library</source>
        <translation>Η βιβλιοθήκη κρυπτογραφείται</translation>
    </message>
    <message>
        <source>The library is encrypted now</source>
        <translation>Η βιβλιοθήκη κρυπτογραφήθηκε</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>From the shared folder</source>
        <translation>Από τον κοινόχρηστο φάκελο</translation>
    </message>
    <message>
        <source>What is to go there goes as soon as it can.</source>
        <translation>Όσα πρέπει να πάνε εκεί θα πάνε μόλις γίνει δυνατόν.</translation>
    </message>
    <message>
        <source>The shared folder</source>
        <translation>Ο κοινόχρηστος φάκελος</translation>
    </message>
    <message>
        <source>Sent: notes {notes}, lines {lines}.</source>
        <translation>Εστάλησαν: σημειώσεις {notes}, γραμμές {lines}.</translation>
    </message>
    <message>
        <source>New or changed by others: {several}.</source>
        <translation>Νέα ή αλλαγμένα από άλλους: {several}.</translation>
    </message>
    <message>
        <source>{file} cannot be read yet; it may still be on its way.</source>
        <translation>Το {file} δεν διαβάζεται ακόμη· μπορεί να είναι καθ’ οδόν.</translation>
    </message>
    <message>
        <source>Nothing new, here or there.</source>
        <translation>Τίποτα νέο, ούτε εδώ ούτε εκεί.</translation>
    </message>
    <message>
        <source>Shared Folder</source>
        <translation>Κοινόχρηστος φάκελος</translation>
    </message>
    <message>
        <source>Colleagues who share one folder, carried by Syncthing, Nextcloud or a network drive, see each other&apos;s notes and lines. Nobody&apos;s own are ever changed by it. Delegate Desk itself opens no connection.</source>
        <translation>Συνάδελφοι που μοιράζονται έναν φάκελο, μέσω Syncthing, Nextcloud ή δίσκου δικτύου, βλέπουν ο ένας τις σημειώσεις και τις γραμμές του άλλου. Κανενός τα δικά του δεν αλλάζουν από αυτό. Το ίδιο το Delegate Desk δεν ανοίγει σύνδεση.</translation>
    </message>
    <message>
        <source>The folder that is shared in</source>
        <translation>Ο φάκελος που είναι κοινόχρηστος</translation>
    </message>
    <message>
        <source>Choose the &amp;Folder …</source>
        <translation>Επιλογή &amp;φακέλου …</translation>
    </message>
    <message>
        <source>&amp;Stop Sharing</source>
        <translation>&amp;Διακοπή κοινής χρήσης</translation>
    </message>
    <message>
        <source>Also the files of the &amp;documents that the notes and lines are on</source>
        <translation>Μαζί τα αρχεία των &amp;εγγράφων όπου ανήκουν οι σημειώσεις και οι γραμμές</translation>
    </message>
    <message>
        <source>Also what is &amp;internal</source>
        <translation>Μαζί και τα ε&amp;σωτερικά</translation>
    </message>
    <message>
        <source>Without it only what circulates is shared. What went there once stays there: whoever can read the folder reads it, and whoever can write in it can write under any name.</source>
        <translation>Χωρίς αυτό μοιράζεται μόνο ό,τι κυκλοφορεί. Ό,τι πήγε εκεί μένει εκεί: όποιος μπορεί να διαβάσει τον φάκελο το διαβάζει, και όποιος μπορεί να γράψει σε αυτόν μπορεί να γράψει με οποιοδήποτε όνομα.</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Τι προέκυψε</translation>
    </message>
    <message>
        <source>&amp;Exchange Now</source>
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
        <source>Nothing is shared yet.</source>
        <translation>Δεν μοιράζεται ακόμη τίποτα.</translation>
    </message>
    <message>
        <source>Shared in {folder}</source>
        <translation>Κοινός φάκελος: {folder}</translation>
    </message>
    <message>
        <source>Share in Which Folder?</source>
        <translation>Ποιος φάκελος θα είναι κοινόχρηστος;</translation>
    </message>
    <message>
        <source>Shared no more. What came stays here, and what went there stays there.</source>
        <translation>Η κοινή χρήση σταμάτησε. Ό,τι ήρθε μένει εδώ, και ό,τι πήγε εκεί μένει εκεί.</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Page of the original</source>
        <translation>Σελίδα του πρωτοτύπου</translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>Where paragraphs stand is not known yet: File, Read the Original Again.</source>
        <translation>Δεν είναι ακόμη γνωστό πού βρίσκονται οι παράγραφοι: Αρχείο, Νέα ανάγνωση του πρωτοτύπου.</translation>
    </message>
</context>
<context>
    <name>Sitting</name>
    <message>
        <source>in the library: {names}</source>
        <translation>στη βιβλιοθήκη: {names}</translation>
    </message>
    <message>
        <source>{key} leaves</source>
        <translation>{key} έξοδος</translation>
    </message>
</context>
<context>
    <name>Speaking</name>
    <message>
        <source>{n} delegations</source>
        <translation>{n} αντιπροσωπίες</translation>
    </message>
    <message>
        <source>{codes} speaking {minutes}:{seconds:02d}</source>
        <translation>Μιλά: {codes} {minutes}:{seconds:02d}</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Saving …</source>
        <translation>Αποθήκευση …</translation>
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
        <source>Making searchable: {n} of {of}</source>
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
    <message>
        <source>1 paragraph</source>
        <translation>1 παράγραφος</translation>
    </message>
    <message>
        <source>{count} paragraphs</source>
        <translation>{count} παράγραφοι</translation>
    </message>
    <message>
        <source>footnote {n} of {count}</source>
        <translation>υποσημείωση {n} από {count}</translation>
    </message>
    <message>
        <source>paragraph {n} of {count}</source>
        <translation>παράγραφος {n} από {count}</translation>
    </message>
    <message>
        <source>numbered paragraph {n} of {count}</source>
        <translation>αριθμημένη παράγραφος {n} από {count}</translation>
    </message>
</context>
<context>
    <name>SupersededStrip</name>
    <message>
        <source>What changed for us</source>
        <translation>Τι άλλαξε για εμάς</translation>
    </message>
    <message>
        <source>Close this warning</source>
        <translation>Κλείσιμο της προειδοποίησης</translation>
    </message>
    <message>
        <source>Open {revision}</source>
        <translation>Άνοιγμα {revision}</translation>
    </message>
</context>
<context>
    <name>Superseding</name>
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
</context>
<context>
    <name>SupportDialog</name>
    <message>
        <source>Report for Support</source>
        <translation>Αναφορά για την υποστήριξη</translation>
    </message>
    <message>
        <source>This is all that the report says: versions, sizes, numbers and the program&apos;s log. It holds no text, title, note or name of a file or person. Nothing is sent anywhere: copy it, or save it, and send it yourself.</source>
        <translation>Αυτά είναι όλα όσα λέει η αναφορά: εκδόσεις, μεγέθη, αριθμοί και το αρχείο καταγραφής του προγράμματος. Δεν περιέχει κείμενο, τίτλο, σημείωση ή όνομα αρχείου ή προσώπου. Δεν στέλνεται πουθενά: αντιγράψτε την ή αποθηκεύστε την και στείλτε την εσείς.</translation>
    </message>
    <message>
        <source>Looking over the library …</source>
        <translation>Η βιβλιοθήκη ελέγχεται …</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Η αναφορά</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Αντι&amp;γραφή</translation>
    </message>
    <message>
        <source>&amp;Save …</source>
        <translation>&amp;Αποθήκευση …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>The report is in the clipboard.</source>
        <translation>Η αναφορά είναι στο πρόχειρο.</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Αρχεία κειμένου (*.txt)</translation>
    </message>
    <message>
        <source>{file} was not written: {reason}.</source>
        <translation>Το {file} δεν γράφτηκε: {reason}.</translation>
    </message>
    <message>
        <source>The report is in {file}.</source>
        <translation>Η αναφορά είναι στο {file}.</translation>
    </message>
</context>
<context>
    <name>TabGroup</name>
    <message>
        <source>Open tabs</source>
        <translation>Ανοικτές καρτέλες</translation>
    </message>
    <message>
        <source>Close the tab</source>
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
    <name>TabMemory</name>
    <message>
        <source>Meeting</source>
        <translation>Συνεδρίαση</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Αναζήτηση</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Σχολιασμοί</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Προθεσμίες</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Meeting</source>
        <translation>Συνεδρίαση</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Αναζήτηση</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Σχολιασμοί</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Προθεσμίες</translation>
    </message>
    <message>
        <source>Position · {name}</source>
        <translation>Θέση · {name}</translation>
    </message>
</context>
<context>
    <name>TagsEdit</name>
    <message>
        <source>Tags</source>
        <translation>Ετικέτες</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Ετικέτες, με κόμματα</translation>
    </message>
</context>
<context>
    <name>TheirCard</name>
    <message>
        <source>Reply</source>
        <translation>Απάντηση</translation>
    </message>
    <message>
        <source>Reply to the annotation</source>
        <translation>Απάντηση στον σχολιασμό</translation>
    </message>
    <message>
        <source>Copy to Ours</source>
        <translation>Αντιγραφή στα δικά μας</translation>
    </message>
    <message>
        <source>Make a note of ours that says the same</source>
        <translation>Δημιουργία δικής μας σημείωσης με το ίδιο περιεχόμενο</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Αφαίρεση</translation>
    </message>
    <message>
        <source>Remove the annotation of another</source>
        <translation>Αφαίρεση του σχολιασμού άλλου</translation>
    </message>
    <message>
        <source>It stays removed, though they send it again</source>
        <translation>Μένει αφαιρεμένος, ακόμη και αν τον στείλουν πάλι</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ έγινε</translation>
    </message>
    <message>
        <source>⌂ internal</source>
        <translation>⌂ εσωτερικό</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>προθεσμία {when}</translation>
    </message>
    <message>
        <source>{kind} by {author}: {text}</source>
        <translation>{kind}, {author}: {text}</translation>
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
    <name>TickBar</name>
    <message>
        <source>{n} paragraphs with words found</source>
        <translation>{n} παράγραφοι με λέξεις που βρέθηκαν</translation>
    </message>
</context>
<context>
    <name>TimelineList</name>
    <message>
        <source>&amp;Open</source>
        <translation>Άν&amp;οιγμα</translation>
    </message>
    <message>
        <source>Open in a New &amp;Tab</source>
        <translation>Άνοιγμα σε &amp;νέα καρτέλα</translation>
    </message>
    <message>
        <source>&amp;Compare with the One Before, or the First and Last Chosen</source>
        <translation>&amp;Σύγκριση με το προηγούμενο, ή του πρώτου με το τελευταίο επιλεγμένο</translation>
    </message>
    <message>
        <source>&amp;Move Its Family to Another Dossier …</source>
        <translation>&amp;Μετακίνηση της οικογένειάς του σε άλλον φάκελο …</translation>
    </message>
    <message>
        <source>Let Its Family Stand &amp;Apart</source>
        <translation>Η οικογένειά του να μείνει &amp;χωριστά</translation>
    </message>
    <message>
        <source>Let Its Papers &amp;Say Where It Belongs</source>
        <translation>Να ανήκει όπου λένε τα έ&amp;γγραφά της</translation>
    </message>
    <message>
        <source>It &amp;Belongs Here</source>
        <translation>Ανήκει ε&amp;δώ</translation>
    </message>
    <message>
        <source>&amp;Not This One</source>
        <translation>Όχι α&amp;υτό</translation>
    </message>
    <message>
        <source>What Can Be Done</source>
        <translation>Διαθέσιμες ενέργειες</translation>
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
        <source>the {n} likeliest of {count}</source>
        <translation>τα {n} πιθανότερα από {count}</translation>
    </message>
</context>
<context>
    <name>TimelinePainter</name>
    <message>
        <source>C  compare {old} with {new}</source>
        <translation>C  σύγκριση {old} με {new}</translation>
    </message>
    <message>
        <source>C  compare with {name}</source>
        <translation>C  σύγκριση με {name}</translation>
    </message>
    <message>
        <source>A  accept · Del  not this one</source>
        <translation>A  αποδοχή · Del  όχι αυτό</translation>
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
        <source>Nothing is held that came before {name}: choose two documents to compare.</source>
        <translation>Δεν υπάρχει στη βιβλιοθήκη τίποτα πριν από το {name}: επιλέξτε δύο έγγραφα προς σύγκριση.</translation>
    </message>
    <message>
        <source>What is not held cannot be compared: choose two documents that are held.</source>
        <translation>Ό,τι δεν είναι στη βιβλιοθήκη δεν συγκρίνεται: επιλέξτε δύο έγγραφα που υπάρχουν.</translation>
    </message>
</context>
<context>
    <name>ToldList</name>
    <message>
        <source>&amp;Open	Enter</source>
        <translation>Άν&amp;οιγμα	Enter</translation>
    </message>
    <message>
        <source>Open in a New &amp;Tab	Ctrl+Enter</source>
        <translation>Άνοιγμα σε &amp;νέα καρτέλα	Ctrl+Enter</translation>
    </message>
    <message>
        <source>Mark as &amp;Done	0</source>
        <translation>Σήμανση ότι &amp;έγινε	0</translation>
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
        <source>Done again: {what}</source>
        <translation>Έγινε πάλι: {what}</translation>
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
    <name>UnlockDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>Φράση πρόσβασης</translation>
    </message>
    <message>
        <source>Show what I &amp;type</source>
        <translation>Εμφάνιση όσων &amp;πληκτρολογώ</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Ξεκλείδωμα</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Έξ&amp;οδος</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Πί&amp;σω</translation>
    </message>
    <message>
        <source>The library is locked. Its passphrase:</source>
        <translation>Η βιβλιοθήκη είναι κλειδωμένη. Η φράση πρόσβασής της:</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Ένα λεπτό …</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>Αυτή δεν είναι η φράση πρόσβασης.</translation>
    </message>
</context>
<context>
    <name>Unpacking</name>
    <message>
        <source>Take In a Package</source>
        <translation>Παραλαβή πακέτου</translation>
    </message>
    <message>
        <source>What the package brings</source>
        <translation>Τι φέρνει το πακέτο</translation>
    </message>
    <message>
        <source>Progress of taking in</source>
        <translation>Πρόοδος της παραλαβής</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Α&amp;κύρωση</translation>
    </message>
    <message>
        <source>&amp;Take In</source>
        <translation>&amp;Παραλαβή</translation>
    </message>
</context>
<context>
    <name>UnpackingDialog</name>
    <message>
        <source>{file}, packed by {person}, {moment}</source>
        <translation>{file}, πακέτο από {person}, {moment}</translation>
    </message>
    <message>
        <source>What is internal is in it: it was chosen so, and is not to go further.</source>
        <translation>Περιέχει εσωτερικά στοιχεία: επιλέχθηκε έτσι, και δεν πρέπει να προωθηθεί.</translation>
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
        <source>changed by both: {n}</source>
        <translation>άλλαξαν και από τους δύο: {n}</translation>
    </message>
    <message>
        <source>withdrawn: {n}</source>
        <translation>αποσύρθηκαν: {n}</translation>
    </message>
    <message>
        <source>held already: {n}</source>
        <translation>υπήρχαν ήδη: {n}</translation>
    </message>
    <message>
        <source>removed here, and stay so: {n}</source>
        <translation>αφαιρέθηκαν εδώ και μένουν έτσι: {n}</translation>
    </message>
    <message>
        <source>ours, and stay as they are: {n}</source>
        <translation>δικά μας, που μένουν ως έχουν: {n}</translation>
    </message>
    <message>
        <source>documents that come along: {n}</source>
        <translation>έγγραφα που έρχονται μαζί: {n}</translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation>δεν περιέχει τίποτα</translation>
    </message>
    <message>
        <source>Nothing of yours is changed: what others wrote stands beside it, with their names.</source>
        <translation>Τίποτα δικό σας δεν αλλάζει: ό,τι έγραψαν άλλοι εμφανίζεται δίπλα, με το όνομά τους.</translation>
    </message>
    <message>
        <source>This package was taken in before; to repeat it is harmless.</source>
        <translation>Το πακέτο αυτό έχει ήδη παραληφθεί· η επανάληψη δεν βλάπτει.</translation>
    </message>
    <message>
        <source>Kept aside until their documents are in the library: {n}.</source>
        <translation>Φυλάσσονται χωριστά έως ότου τα έγγραφά τους μπουν στη βιβλιοθήκη: {n}.</translation>
    </message>
    <message>
        <source>Left out, for they are no notes or lines: {n}.</source>
        <translation>Παραλείφθηκαν, επειδή δεν είναι σημειώσεις ή γραμμές: {n}.</translation>
    </message>
    <message>
        <source>A newer version packed it: what this one does not know is left out.</source>
        <translation>Δημιουργήθηκε από νεότερη έκδοση: όσα δεν γνωρίζει η δική σας παραλείπονται.</translation>
    </message>
    <message>
        <source>Changed by both: theirs stands beside ours</source>
        <translation>Άλλαξαν και από τους δύο: τα δικά τους εμφανίζονται δίπλα στα δικά μας</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Νέοι</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Άλλαξαν</translation>
    </message>
    <message>
        <source>Withdrawn by who wrote it</source>
        <translation>Αποσύρθηκαν από όποιον τα έγραψε</translation>
    </message>
    <message>
        <source>Removed here, and stays so</source>
        <translation>Αφαιρέθηκαν εδώ και μένουν έτσι</translation>
    </message>
    <message>
        <source>Ours, and stays as it is</source>
        <translation>Δικά μας, που μένουν ως έχουν</translation>
    </message>
    <message>
        <source>Held already</source>
        <translation>Υπήρχε ήδη</translation>
    </message>
    <message>
        <source>Documents that come along</source>
        <translation>Έγγραφα που έρχονται μαζί</translation>
    </message>
    <message>
        <source>Documents that are not here</source>
        <translation>Έγγραφα που δεν υπάρχουν εδώ</translation>
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
        <source>line</source>
        <translation>γραμμή</translation>
    </message>
    <message>
        <source>waits for its document</source>
        <translation>περιμένει το έγγραφό της</translation>
    </message>
    <message>
        <source>Taking in {file}</source>
        <translation>Παραλαβή: {file}</translation>
    </message>
</context>
<context>
    <name>UnplacedDialog</name>
    <message>
        <source>What Has No Place</source>
        <translation>Όσα δεν έχουν θέση στο κείμενο</translation>
    </message>
    <message>
        <source>Take the place proposed, or go to the paragraph where one belongs and fix it there. Nothing is lost.</source>
        <translation>Δεχθείτε την προτεινόμενη θέση, ή πηγαίνετε στην παράγραφο όπου ανήκει και ορίστε την εκεί. Τίποτα δεν χάνεται.</translation>
    </message>
    <message>
        <source>Our line</source>
        <translation>Η γραμμή μας</translation>
    </message>
    <message>
        <source>Fix to {place}</source>
        <translation>Ορισμός: {place}</translation>
    </message>
    <message>
        <source>Fix to the Paragraph at Hand</source>
        <translation>Ορισμός στην τρέχουσα παράγραφο</translation>
    </message>
    <message>
        <source>Do Without</source>
        <translation>Να παραλειφθεί</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>What you typed last is not saved: the library cannot be written.</source>
        <translation>Το τελευταίο που γράψατε δεν αποθηκεύτηκε: η εγγραφή στη βιβλιοθήκη δεν είναι δυνατή.</translation>
    </message>
    <message>
        <source>Make room on the disk, and it is saved by itself. Or copy it and keep it elsewhere.</source>
        <translation>Ελευθερώστε χώρο στον δίσκο, και αποθηκεύεται αυτομάτως. Ή αντιγράψτε το και φυλάξτε το αλλού.</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Παραμονή</translation>
    </message>
    <message>
        <source>&amp;Copy It and Stay</source>
        <translation>Αντι&amp;γραφή και παραμονή</translation>
    </message>
    <message>
        <source>Close &amp;Without It</source>
        <translation>&amp;Κλείσιμο χωρίς αυτό</translation>
    </message>
</context>
<context>
    <name>VerdictChips</name>
    <message>
        <source>What changed</source>
        <translation>Τι άλλαξε</translation>
    </message>
    <message>
        <source>{what}, show alone</source>
        <translation>{what}, να εμφανιστούν μόνα</translation>
    </message>
    <message>
        <source>Show these alone · key {n}</source>
        <translation>Να εμφανιστούν μόνο αυτά · πλήκτρο {n}</translation>
    </message>
    <message>
        <source>Show these alone</source>
        <translation>Να εμφανιστούν μόνο αυτά</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions of Our Position</source>
        <translation>Εκδόσεις της θέσης μας</translation>
    </message>
    <message>
        <source>The older version</source>
        <translation>Η παλαιότερη έκδοση</translation>
    </message>
    <message>
        <source>The newer version</source>
        <translation>Η νεότερη έκδοση</translation>
    </message>
    <message>
        <source>History of which fields</source>
        <translation>Ποιων πεδίων το ιστορικό</translation>
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
        <source>What differs</source>
        <translation>Τι διαφέρει</translation>
    </message>
    <message>
        <source>to</source>
        <translation>με</translation>
    </message>
    <message>
        <source>all fields</source>
        <translation>όλα τα πεδία</translation>
    </message>
    <message>
        <source>general comments, notes</source>
        <translation>γενικές παρατηρήσεις, σημειώσεις</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Δεν έχει αλλάξει ακόμη τίποτα.</translation>
    </message>
    <message>
        <source>There is one version. Once it is marked as sent it is kept as it went, to be compared.</source>
        <translation>Υπάρχει μία έκδοση. Μόλις σημανθεί ως απεσταλμένη, φυλάσσεται όπως εστάλη, προς σύγκριση.</translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation>Και οι δύο λένε το ίδιο.</translation>
    </message>
    <message>
        <source>1 position entry differs</source>
        <translation>1 σημείο θέσης διαφέρει</translation>
    </message>
    <message>
        <source>{n} position entries differ</source>
        <translation>{n} σημεία θέσης διαφέρουν</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>VoteDialog</name>
    <message>
        <source>Count a Vote</source>
        <translation>Υπολογισμός ψηφοφορίας</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Κανόνας</translation>
    </message>
    <message>
        <source>Figures of the year</source>
        <translation>Αριθμοί του έτους</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>Ποιοι συμμετέχουν</translation>
    </message>
    <message>
        <source>+ for · − against · 0 abstains · Del not heard · Space the next of these · / takes part or not · two letters go to a member</source>
        <translation>+ υπέρ · − κατά · 0 αποχή · Del δεν ακούστηκε · Διάστημα εναλλαγή · / συμμετέχει ή όχι · δύο γράμματα για ένα μέλος</translation>
    </message>
    <message>
        <source>The others for</source>
        <translation>Οι άλλοι υπέρ</translation>
    </message>
    <message>
        <source>Let all who are not heard be in favour</source>
        <translation>Όσοι δεν ακούστηκαν να θεωρηθούν υπέρ</translation>
    </message>
    <message>
        <source>Nobody heard</source>
        <translation>Εκ νέου</translation>
    </message>
    <message>
        <source>Begin the count anew</source>
        <translation>Έναρξη του υπολογισμού εκ νέου</translation>
    </message>
    <message>
        <source>Figures …</source>
        <translation>Αριθμοί …</translation>
    </message>
    <message>
        <source>Look at the figures and edit them</source>
        <translation>Προβολή και επεξεργασία των αριθμών</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
    <message>
        <source>Such as: {sets}</source>
        <translation>Όπως: {sets}</translation>
    </message>
    <message>
        <source>Article 238(3) TFEU: only those who take part are counted.</source>
        <translation>Άρθρο 238 παράγραφος 3 ΣΛΕΕ: υπολογίζονται μόνο όσοι συμμετέχουν.</translation>
    </message>
</context>
<context>
    <name>VotePane</name>
    <message>
        <source>Vote as it stands</source>
        <translation>Ψηφοφορία, προς το παρόν</translation>
    </message>
    <message>
        <source>Count …</source>
        <translation>Υπολογισμός …</translation>
    </message>
    <message>
        <source>Count the vote member by member</source>
        <translation>Υπολογισμός της ψηφοφορίας ανά μέλος</translation>
    </message>
    <message>
        <source>{no_result} In favour: support, can accept. Against: oppose, red line, reservation. All others, also with a scrutiny reservation or a condition, count as not heard.</source>
        <translation>{no_result} Υπέρ: υποστήριξη, μπορεί να γίνει δεκτό. Κατά: αντίθεση, κόκκινη γραμμή, επιφύλαξη. Όλοι οι άλλοι, και με επιφύλαξη εξέτασης ή με όρο, λογίζονται ως μη ακουσθέντες.</translation>
    </message>
</context>
<context>
    <name>Watcher</name>
    <message>
        <source>Watch a Folder</source>
        <translation>Παρακολούθηση φακέλου</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Διακοπή παρακολούθησης</translation>
    </message>
    <message>
        <source>Watching {names}</source>
        <translation>Παρακολούθηση: {names}</translation>
    </message>
    <message>
        <source>{name} came in.</source>
        <translation>Ήρθε: {name}.</translation>
    </message>
    <message>
        <source>From a watched folder</source>
        <translation>Από φάκελο υπό παρακολούθηση</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Καλώς ήρθατε</translation>
    </message>
    <message>
        <source>Leave this page (Esc)</source>
        <translation>Κλείσιμο της σελίδας (Esc)</translation>
    </message>
    <message>
        <source>Leave this page, Escape</source>
        <translation>Κλείσιμο της σελίδας, Escape</translation>
    </message>
    <message>
        <source>Find any passage in your Council documents, note what matters, and send your delegation&apos;s position as a Word file.</source>
        <translation>Βρείτε οποιοδήποτε χωρίο στα έγγραφα του Συμβουλίου, σημειώστε ό,τι σας ενδιαφέρει, και στείλτε τη θέση της αντιπροσωπίας σας ως αρχείο Word.</translation>
    </message>
</context>
<context>
    <name>Welcoming</name>
    <message>
        <source>This library holds no document yet. Drop files here, or begin in one of these ways.</source>
        <translation>Η βιβλιοθήκη δεν έχει ακόμη κανένα έγγραφο. Σύρετε αρχεία εδώ, ή αρχίστε με έναν από αυτούς τους τρόπους.</translation>
    </message>
    <message>
        <source>Nothing is here yet</source>
        <translation>Δεν υπάρχει ακόμη τίποτα εδώ</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Τίποτα δεν είναι ανοικτό</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Καλώς ήρθατε</translation>
    </message>
    <message>
        <source>Open my documents …</source>
        <translation>Τα έγγραφά μου …</translation>
    </message>
    <message>
        <source>PDF, Word, web pages, text, archives and mails; or drop them anywhere here.</source>
        <translation>PDF, Word, ιστοσελίδες, κείμενα, συμπιεσμένα αρχεία και μηνύματα· ή σύρετέ τα οπουδήποτε εδώ.</translation>
    </message>
    <message>
        <source>Watch a folder …</source>
        <translation>Παρακολούθηση φακέλου …</translation>
    </message>
    <message>
        <source>Whatever is put into it comes in by itself, such as your downloads.</source>
        <translation>Ό,τι τοποθετείται σε αυτόν εισάγεται αυτομάτως, όπως οι λήψεις σας.</translation>
    </message>
    <message>
        <source>Look around in the samples</source>
        <translation>Περιήγηση στα δείγματα</translation>
    </message>
    <message>
        <source>Invented documents to try everything on, with a guide of six steps.</source>
        <translation>Επινοημένα έγγραφα για δοκιμή, με ξενάγηση έξι βημάτων.</translation>
    </message>
    <message>
        <source>The library</source>
        <translation>Η βιβλιοθήκη</translation>
    </message>
    <message>
        <source>Choose a document at the left, and open it with Enter.</source>
        <translation>Επιλέξτε έγγραφο αριστερά· Enter το ανοίγει.</translation>
    </message>
    <message>
        <source>Find everywhere</source>
        <translation>Αναζήτηση παντού</translation>
    </message>
    <message>
        <source>Words in any document, note or position; or a number such as 9951/26.</source>
        <translation>Λέξεις εγγράφων, σημειώσεων, θέσεων· ή αριθμός, π.χ. 9951/26.</translation>
    </message>
    <message>
        <source>Open more documents …</source>
        <translation>Άλλα έγγραφα …</translation>
    </message>
    <message>
        <source>Or drop them anywhere here.</source>
        <translation>Ή σύρετέ τα οπουδήποτε εδώ.</translation>
    </message>
</context>
<context>
    <name>WorkDialog</name>
    <message>
        <source>Until it is done, all is as it was: it can be stopped.</source>
        <translation>Έως ότου ολοκληρωθεί, όλα είναι όπως πριν: μπορεί να διακοπεί.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Διακοπή</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>&amp;Συνέχεια</translation>
    </message>
</context>
<context>
    <name>_Dialog</name>
    <message>
        <source>Passphrase</source>
        <translation>Φράση πρόσβασης</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Νέα φράση πρόσβασης</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>Νέα φράση πρόσβασης ξανά</translation>
    </message>
    <message>
        <source>Show what I &amp;type</source>
        <translation>Εμφάνιση όσων &amp;πληκτρολογώ</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Η ίδια ξανά</translation>
    </message>
    <message>
        <source>A passphrase is to be filled in.</source>
        <translation>Συμπληρώστε τη φράση πρόσβασης.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Οι δύο φράσεις δεν είναι ίδιες.</translation>
    </message>
</context>
<context>
    <name>_Laying</name>
    <message>
        <source>Laying out the samples</source>
        <translation>Τοποθέτηση των δειγμάτων</translation>
    </message>
    <message>
        <source>They are laid out: a few seconds …</source>
        <translation>Τοποθετούνται: λίγα δευτερόλεπτα …</translation>
    </message>
</context>
<context>
    <name>_Pages</name>
    <message>
        <source>page {n} of {of}</source>
        <translation>σελίδα {n} από {of}</translation>
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
        <source>Council documents on the delegate&apos;s own desk. It opens no network connection.</source>
        <translation>Τα έγγραφα του Συμβουλίου στο γραφείο του αντιπροσώπου. Δεν ανοίγει σύνδεση δικτύου.</translation>
    </message>
    <message>
        <source>It stands on the work of many others, from Qt and Python to its letters and icons.</source>
        <translation>Στηρίζεται στην εργασία πολλών άλλων, από το Qt και την Python έως τα γράμματα και τα εικονίδιά του.</translation>
    </message>
    <message>
        <source>&amp;Licences …</source>
        <translation>Ά&amp;δειες χρήσης …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Κλείσιμο</translation>
    </message>
</context>
<context>
    <name>application</name>
    <message>
        <source>The library {folder} is not there.</source>
        <translation>Η βιβλιοθήκη {folder} δεν υπάρχει εκεί.</translation>
    </message>
    <message>
        <source>If it is on a stick or another drive, plug that in and look again. Nothing was made.</source>
        <translation>Αν βρίσκεται σε στικάκι ή σε άλλον δίσκο, συνδέστε τον και ελέγξτε πάλι. Δεν δημιουργήθηκε τίποτα.</translation>
    </message>
    <message>
        <source>&amp;Look Again</source>
        <translation>Έλεγχος &amp;ξανά</translation>
    </message>
    <message>
        <source>Make a &amp;New Library There</source>
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
        <source>Reservation of</source>
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
        <source>Made</source>
        <translation>Δημιουργία</translation>
    </message>
    <message>
        <source>Due</source>
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
        <source>Nothing due</source>
        <translation>Χωρίς εκκρεμότητα</translation>
    </message>
    <message>
        <source>our own</source>
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
        <source>To look at</source>
        <translation>Προς έλεγχο</translation>
    </message>
    <message>
        <source>Paragraph gone</source>
        <translation>Η παράγραφος απαλείφθηκε</translation>
    </message>
    <message>
        <source>Deleted by an earlier revision</source>
        <translation>Διαγράφηκαν από προηγούμενη αναθεώρηση</translation>
    </message>
    <message>
        <source>Left where it was</source>
        <translation>Έμειναν όπου ήταν</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Τοποθετήθηκαν</translation>
    </message>
    <message>
        <source>answered there, it goes on to here</source>
        <translation>μόλις απαντηθεί εκεί, συνεχίζει ώς εδώ</translation>
    </message>
    <message>
        <source>Waits in {name}</source>
        <translation>Εκκρεμεί στο {name}</translation>
    </message>
    <message>
        <source>0 mark as done</source>
        <translation>0 σήμανση ότι έγινε</translation>
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
        <source>Annotation</source>
        <translation>Σχολιασμός</translation>
    </message>
    <message>
        <source>Our line</source>
        <translation>Η γραμμή μας</translation>
    </message>
    <message>
        <source>Intervention</source>
        <translation>Παρέμβαση</translation>
    </message>
</context>
<context>
    <name>changewords</name>
    <message>
        <source>same</source>
        <translation>ίδια</translation>
    </message>
    <message>
        <source>renumbered</source>
        <translation>νέα αρίθμηση</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>μετακινήθηκε</translation>
    </message>
    <message>
        <source>reworded</source>
        <translation>αναδιατυπώθηκε</translation>
    </message>
    <message>
        <source>split</source>
        <translation>διαιρέθηκε</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>συγχωνεύθηκε</translation>
    </message>
    <message>
        <source>new</source>
        <translation>νέα</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>απαλείφθηκε</translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation>νέες {n}</translation>
    </message>
    <message>
        <source>1 new</source>
        <translation>νέα 1</translation>
    </message>
    <message>
        <source>{n} gone</source>
        <translation>απαλειφθείσες {n}</translation>
    </message>
    <message>
        <source>1 gone</source>
        <translation>απαλειφθείσα 1</translation>
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
        <source>{n} split</source>
        <translation>διαιρεμένες {n}</translation>
    </message>
    <message>
        <source>1 split</source>
        <translation>διαιρεμένη 1</translation>
    </message>
    <message>
        <source>{n} merged</source>
        <translation>συγχωνευμένες {n}</translation>
    </message>
    <message>
        <source>1 merged</source>
        <translation>συγχωνευμένη 1</translation>
    </message>
    <message>
        <source>{n} moved</source>
        <translation>μετακινημένες {n}</translation>
    </message>
    <message>
        <source>1 moved</source>
        <translation>μετακινημένη 1</translation>
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
        <source>taken</source>
        <translation>έγινε δεκτή</translation>
    </message>
    <message>
        <source>taken in part</source>
        <translation>έγινε δεκτή εν μέρει</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>δεν έγινε δεκτή</translation>
    </message>
    <message>
        <source>provision gone</source>
        <translation>η διάταξη απαλείφθηκε</translation>
    </message>
    <message>
        <source>place not certain</source>
        <translation>η θέση δεν είναι βέβαιη</translation>
    </message>
    <message>
        <source>to look at</source>
        <translation>προς έλεγχο</translation>
    </message>
    <message>
        <source>nowhere, as you said</source>
        <translation>πουθενά, όπως δηλώσατε</translation>
    </message>
    <message>
        <source>paragraph gone</source>
        <translation>η παράγραφος απαλείφθηκε</translation>
    </message>
    <message>
        <source>placed by you</source>
        <translation>τοποθετήθηκε από εσάς</translation>
    </message>
    <message>
        <source>{verdict}, its words are gone</source>
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
        <source>{n} placed</source>
        <translation>{n} τοποθετήθηκαν</translation>
    </message>
    <message>
        <source>1 placed</source>
        <translation>1 τοποθετήθηκε</translation>
    </message>
    <message>
        <source>{n} to look at</source>
        <translation>{n} προς έλεγχο</translation>
    </message>
    <message>
        <source>1 to look at</source>
        <translation>1 προς έλεγχο</translation>
    </message>
    <message>
        <source>1 gone</source>
        <comment>notes and lines that were carried over</comment>
        <translation>1 χωρίς διάταξη</translation>
    </message>
    <message>
        <source>{n} gone</source>
        <comment>notes and lines that were carried over</comment>
        <translation>{n} χωρίς διάταξη</translation>
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
        <source>1 waits in {name}</source>
        <translation>1 εκκρεμεί στο {name}</translation>
    </message>
    <message>
        <source>{n} wait in {name}</source>
        <translation>{n} εκκρεμούν στο {name}</translation>
    </message>
    <message>
        <source>not certain</source>
        <translation>δεν είναι βέβαιο</translation>
    </message>
</context>
<context>
    <name>comparewords</name>
    <message>
        <source>1 not certain</source>
        <translation>1 όχι βέβαιη</translation>
    </message>
    <message>
        <source>{n} not certain</source>
        <translation>{n} όχι βέβαιες</translation>
    </message>
    <message>
        <source>1 with marks that are not true</source>
        <translation>1 με ανακριβείς επισημάνσεις</translation>
    </message>
    <message>
        <source>{n} with marks that are not true</source>
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
        <source>its words stand once in each text</source>
        <translation>οι λέξεις της απαντούν μία φορά σε κάθε κείμενο</translation>
    </message>
    <message>
        <source>it stands between the same neighbours</source>
        <translation>βρίσκεται ανάμεσα στις ίδιες γειτονικές διατάξεις</translation>
    </message>
    <message>
        <source>it stands at the same place</source>
        <translation>βρίσκεται στην ίδια θέση</translation>
    </message>
    <message>
        <source>nothing else is as like it</source>
        <translation>τίποτε άλλο δεν της μοιάζει τόσο</translation>
    </message>
    <message>
        <source>its words are shared out, or several bring theirs together</source>
        <translation>οι λέξεις της μοιράζονται, ή πολλές ενώνουν τις δικές τους</translation>
    </message>
    <message>
        <source>the other text has nothing like it</source>
        <translation>το άλλο κείμενο δεν έχει τίποτα παρόμοιο</translation>
    </message>
    <message>
        <source>what is like it differs in what counts: a number, a negation, an institution</source>
        <translation>ό,τι της μοιάζει διαφέρει στα ουσιώδη: αριθμός, άρνηση, θεσμικό όργανο</translation>
    </message>
    <message>
        <source>several are as like it, and nothing tells which it is</source>
        <translation>πολλές της μοιάζουν εξίσου, και τίποτα δεν δείχνει ποια είναι</translation>
    </message>
    <message>
        <source>marked as new, but was there before</source>
        <translation>επισημαίνεται ως νέο, αλλά υπήρχε ήδη</translation>
    </message>
    <message>
        <source>new, but not marked</source>
        <translation>νέο, αλλά χωρίς επισήμανση</translation>
    </message>
    <message>
        <source>marked as gone, but was not there before</source>
        <translation>επισημαίνεται ως απαλειφθέν, αλλά δεν υπήρχε</translation>
    </message>
    <message>
        <source>gone, but not marked</source>
        <translation>απαλείφθηκε, αλλά χωρίς επισήμανση</translation>
    </message>
    <message>
        <source>other numbers</source>
        <translation>άλλοι αριθμοί</translation>
    </message>
    <message>
        <source>other structure</source>
        <translation>άλλη δομή</translation>
    </message>
    <message>
        <source>other length</source>
        <translation>άλλη έκταση</translation>
    </message>
    <message>
        <source>not certain</source>
        <translation>δεν είναι βέβαιο</translation>
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
        <source>1 alike</source>
        <translation>ίδια 1</translation>
    </message>
    <message>
        <source>{n} alike</source>
        <translation>ίδιες {n}</translation>
    </message>
    <message>
        <source>{n} only in {language}</source>
        <translation>{n} μόνο στα {language}</translation>
    </message>
    <message>
        <source>1 same</source>
        <translation>ίδια 1</translation>
    </message>
    <message>
        <source>{n} same</source>
        <translation>ίδιες {n}</translation>
    </message>
</context>
<context>
    <name>consequences</name>
    <message>
        <source>{total}, all the same</source>
        <translation>{total}, όλες ίδιες</translation>
    </message>
    <message>
        <source>{old}, now {new}</source>
        <translation>{old}, νυν {new}</translation>
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
        <source>Our open questions</source>
        <translation>Τα ανοικτά ερωτήματά μας</translation>
    </message>
    <message>
        <source>Proposals of others</source>
        <translation>Προτάσεις άλλων</translation>
    </message>
    <message>
        <source>Deleted by an earlier revision</source>
        <translation>Διαγράφηκαν από προηγούμενη αναθεώρηση</translation>
    </message>
    <message>
        <source>0 mark as done</source>
        <translation>0 σήμανση ότι έγινε</translation>
    </message>
    <message>
        <source>Asked for in meetings, and now in the text</source>
        <translation>Ζητήθηκαν σε συνεδριάσεις και περιέχονται πλέον στο κείμενο</translation>
    </message>
    <message>
        <source>All other changes</source>
        <translation>Όλες οι λοιπές αλλαγές</translation>
    </message>
    <message>
        <source>the weightiest first</source>
        <translation>πρώτα οι βαρύτερες</translation>
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
        <source>gone</source>
        <translation>απαλείφθηκε</translation>
    </message>
    <message>
        <source>in {place}</source>
        <translation>σε: {place}</translation>
    </message>
    <message>
        <source>Our line</source>
        <translation>Η γραμμή μας</translation>
    </message>
    <message>
        <source>{kind} on {place}</source>
        <translation>{kind}: {place}</translation>
    </message>
    <message>
        <source>to look at</source>
        <translation>προς έλεγχο</translation>
    </message>
    <message>
        <source>touched</source>
        <translation>θίγεται</translation>
    </message>
    <message>
        <source>another language: not known</source>
        <translation>άλλη γλώσσα: δεν είναι γνωστό</translation>
    </message>
    <message>
        <source>not touched</source>
        <translation>δεν θίγεται</translation>
    </message>
    <message>
        <source>was</source>
        <translation>πριν</translation>
    </message>
    <message>
        <source>Our position</source>
        <translation>Η θέση μας</translation>
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
        <source>{n} more before</source>
        <translation>{n} ακόμη νωρίτερα</translation>
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
        <source>nobody named</source>
        <translation>χωρίς όνομα</translation>
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
        <source>wording</source>
        <translation>διατύπωση</translation>
    </message>
    <message>
        <source>on</source>
        <translation>για</translation>
    </message>
    <message>
        <source>1 part</source>
        <translation>1 τμήμα</translation>
    </message>
    <message>
        <source>{n} parts</source>
        <translation>{n} τμήματα</translation>
    </message>
    <message>
        <source>1 wording</source>
        <translation>1 διατύπωση</translation>
    </message>
    <message>
        <source>{n} wordings</source>
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
        <source>1 part has no place yet: you are shown where it may belong</source>
        <translation>1 τμήμα δεν έχει ακόμη διάταξη: θα δείτε πού ίσως ανήκει</translation>
    </message>
    <message>
        <source>{n} parts have no place yet: you are shown where they may belong</source>
        <translation>{n} τμήματα δεν έχουν ακόμη διάταξη: θα δείτε πού ίσως ανήκουν</translation>
    </message>
    <message>
        <source>All parts have their place</source>
        <translation>Όλα τα τμήματα έχουν τη διάταξή τους</translation>
    </message>
    <message>
        <source>Delegations: {codes}</source>
        <translation>Αντιπροσωπίες: {codes}</translation>
    </message>
    <message>
        <source>The paper does not say everywhere whose it is</source>
        <translation>Το έγγραφο δεν λέει παντού ποιου είναι</translation>
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
        <source>put here by hand</source>
        <translation>τοποθετήθηκε εδώ με το χέρι</translation>
    </message>
    <message>
        <source>not held; a later revision tells of it</source>
        <translation>λείπει· το δείχνει μεταγενέστερη αναθεώρηση</translation>
    </message>
    <message>
        <source>not held; named by {names}</source>
        <translation>λείπει· αναφέρεται από {names}</translation>
    </message>
    <message>
        <source>1 annotation</source>
        <translation>1 σχολιασμός</translation>
    </message>
    <message>
        <source>{n} annotations</source>
        <translation>{n} σχολιασμοί</translation>
    </message>
    <message>
        <source>position on {n}</source>
        <translation>θέση για {n}</translation>
    </message>
    <message>
        <source>spoken on {n} times</source>
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
        <source>{n} not held</source>
        <translation>λείπουν: {n}</translation>
    </message>
    <message>
        <source>names the file {said}</source>
        <translation>αναφέρει τον φάκελο {said}</translation>
    </message>
    <message>
        <source>is about {said} as well</source>
        <translation>αφορά και {said}</translation>
    </message>
    <message>
        <source>names {said}</source>
        <translation>αναφέρει {said}</translation>
    </message>
    <message>
        <source>is named by {said}</source>
        <translation>αναφέρεται από {said}</translation>
    </message>
    <message>
        <source>like words in the subject: {said}</source>
        <translation>παρόμοιες λέξεις στο θέμα: {said}</translation>
    </message>
    <message>
        <source>the same codes: {said}</source>
        <translation>ίδιοι κωδικοί: {said}</translation>
    </message>
    <message>
        <source>of the same weeks</source>
        <translation>των ίδιων εβδομάδων</translation>
    </message>
    <message>
        <source>superseded by {revision}</source>
        <translation>αντικαταστάθηκε από {revision}</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>it is encrypted; save it without a password and bring it in again</source>
        <translation>είναι κρυπτογραφημένο· αποθηκεύστε το χωρίς κωδικό και εισαγάγετέ το πάλι</translation>
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
        <source>there is no text in it</source>
        <translation>δεν περιέχει κείμενο</translation>
    </message>
    <message>
        <source>files of this kind are not read; save it as PDF, .docx, .html or .txt</source>
        <translation>αρχεία αυτού του είδους δεν διαβάζονται· αποθηκεύστε το ως PDF, .docx, .html ή .txt</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>δεν διαβάζεται</translation>
    </message>
    <message>
        <source>it is classified, and classified documents must not be kept here</source>
        <translation>είναι διαβαθμισμένο, και διαβαθμισμένα έγγραφα δεν επιτρέπεται να φυλάσσονται εδώ</translation>
    </message>
    <message>
        <source>{file} was not taken in: {reason}.</source>
        <translation>Το {file} δεν εισήχθη: {reason}.</translation>
    </message>
    <message>
        <source>it is an OpenDocument text; save it as .docx and bring that in</source>
        <translation>είναι κείμενο OpenDocument· αποθηκεύστε το ως .docx και εισαγάγετε εκείνο</translation>
    </message>
    <message>
        <source>it is in Rich Text Format; save it as .docx and bring that in</source>
        <translation>είναι σε μορφή RTF· αποθηκεύστε το ως .docx και εισαγάγετε εκείνο</translation>
    </message>
    <message>
        <source>it is in the format of an old word processor; save it as .docx and bring that in</source>
        <translation>είναι σε μορφή παλαιού επεξεργαστή κειμένου· αποθηκεύστε το ως .docx και εισαγάγετε εκείνο</translation>
    </message>
    <message>
        <source>it is in Outlook&apos;s own format; save the message as .eml or .html and bring that in</source>
        <translation>είναι στη μορφή του Outlook· αποθηκεύστε το μήνυμα ως .eml ή .html και εισαγάγετε εκείνο</translation>
    </message>
    <message>
        <source>it is a spreadsheet; save or print it as PDF and bring that in</source>
        <translation>είναι υπολογιστικό φύλλο· αποθηκεύστε ή εκτυπώστε το ως PDF και εισαγάγετε εκείνο</translation>
    </message>
    <message>
        <source>it is a presentation; save it as PDF and bring that in</source>
        <translation>είναι παρουσίαση· αποθηκεύστε την ως PDF και εισαγάγετε εκείνο</translation>
    </message>
    <message>
        <source>it is a picture; let a program with text recognition save it as PDF and bring that in</source>
        <translation>είναι εικόνα· αποθηκεύστε την ως PDF με πρόγραμμα αναγνώρισης κειμένου και εισαγάγετε εκείνο</translation>
    </message>
    <message>
        <source>it is an archive of a kind that is not opened; unpack it and bring in the folder, or a .zip</source>
        <translation>είναι συμπιεσμένο αρχείο που δεν ανοίγεται εδώ· αποσυμπιέστε το και εισαγάγετε τον φάκελο, ή ένα .zip</translation>
    </message>
    <message>
        <source>it is in the format of Pages; export it as Word or PDF and bring that in</source>
        <translation>είναι στη μορφή του Pages· εξαγάγετέ το ως Word ή PDF και εισαγάγετε εκείνο</translation>
    </message>
    <message>
        <source>it is a package from a colleague; take it in with File &gt; The Library &gt; Unpack</source>
        <translation>είναι πακέτο συναδέλφου· παραλάβετέ το με Αρχείο &gt; Βιβλιοθήκη &gt; Άνοιγμα πακέτου</translation>
    </message>
    <message>
        <source>it is not there or cannot be read</source>
        <translation>δεν υπάρχει ή δεν διαβάζεται</translation>
    </message>
    <message>
        <source>it is no Word file; save it as .docx or .dotx</source>
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
        <source>it has macros; save it as .docx or .dotx</source>
        <translation>έχει μακροεντολές· αποθηκεύστε το ως .docx ή .dotx</translation>
    </message>
    <message>
        <source>it takes pictures or texts from elsewhere; put them into it</source>
        <translation>παίρνει εικόνες ή κείμενα από αλλού· ενσωματώστε τα</translation>
    </message>
    <message>
        <source>another program&apos;s object is embedded in it; make it a picture</source>
        <translation>περιέχει ενσωματωμένο αντικείμενο άλλου προγράμματος· μετατρέψτε το σε εικόνα</translation>
    </message>
    <message>
        <source>it holds comments or tracked changes; settle them first</source>
        <translation>περιέχει σχόλια ή παρακολουθούμενες αλλαγές· διευθετήστε τα πρώτα</translation>
    </message>
    <message>
        <source>The template {file} was not taken: {reason}.</source>
        <translation>Το πρότυπο {file} δεν έγινε δεκτό: {reason}.</translation>
    </message>
    <message>
        <source>{file} is in the library already, as {name}.</source>
        <translation>Το {file} είναι ήδη στη βιβλιοθήκη, ως {name}.</translation>
    </message>
    <message>
        <source>{file} is in the library, as {name}: its original, damaged or missing before, is whole again.</source>
        <translation>Το {file} είναι στη βιβλιοθήκη, ως {name}: το πρωτότυπό του, που έλειπε ή είχε καταστραφεί, είναι πάλι ακέραιο.</translation>
    </message>
    <message>
        <source>This counts a member twice: {codes}.</source>
        <translation>Εδώ ένα μέλος μετράται δύο φορές: {codes}.</translation>
    </message>
    <message>
        <source>This counts a member that takes no part: {codes}.</source>
        <translation>Εδώ μετράται μέλος που δεν συμμετέχει: {codes}.</translation>
    </message>
    <message>
        <source>This declares an abstention of a member that does not abstain: {codes}.</source>
        <translation>Εδώ δηλώνεται αποχή μέλους που δεν απέχει: {codes}.</translation>
    </message>
    <message>
        <source>A vote needs members that take part.</source>
        <translation>Για ψηφοφορία χρειάζονται μέλη που συμμετέχουν.</translation>
    </message>
    <message>
        <source>There is no position on {name} yet.</source>
        <translation>Δεν υπάρχει ακόμη θέση για το {name}.</translation>
    </message>
    <message>
        <source>The position on {name} was sent: a change begins its next version, which can be cleared.</source>
        <translation>Η θέση για το {name} έχει σταλεί: με μια αλλαγή αρχίζει η επόμενη έκδοσή της, που μπορεί να εγκριθεί.</translation>
    </message>
    <message>
        <source>The position on {name} is withdrawn: a change begins a new draft.</source>
        <translation>Η θέση για το {name} έχει αποσυρθεί: με μια αλλαγή αρχίζει νέο σχέδιο.</translation>
    </message>
    <message>
        <source>Say who cleared the position on {name}.</source>
        <translation>Δηλώστε ποιος ενέκρινε τη θέση για το {name}.</translation>
    </message>
    <message>
        <source>Say to whom the position on {name} was sent.</source>
        <translation>Δηλώστε σε ποιον εστάλη η θέση για το {name}.</translation>
    </message>
    <message>
        <source>The figures are not kept: {detail} is missing.</source>
        <translation>Οι αριθμοί δεν φυλάχθηκαν: λείπει {detail}.</translation>
    </message>
    <message>
        <source>The figures are not kept: {detail} is no member of that year.</source>
        <translation>Οι αριθμοί δεν φυλάχθηκαν: το {detail} δεν είναι μέλος εκείνο το έτος.</translation>
    </message>
    <message>
        <source>The figures are not kept: {detail} has no population.</source>
        <translation>Οι αριθμοί δεν φυλάχθηκαν: το {detail} δεν έχει πληθυσμό.</translation>
    </message>
    <message>
        <source>The figures are not kept: the percentages add up to {detail}, not to 100.</source>
        <translation>Οι αριθμοί δεν φυλάχθηκαν: το άθροισμα των ποσοστών είναι {detail}, όχι 100.</translation>
    </message>
    <message>
        <source>The figures are not kept without their source.</source>
        <translation>Οι αριθμοί δεν φυλάσσονται χωρίς την πηγή τους.</translation>
    </message>
    <message>
        <source>it is no backup of Delegate Desk</source>
        <translation>δεν είναι αντίγραφο ασφαλείας του Delegate Desk</translation>
    </message>
    <message>
        <source>it is damaged or not whole</source>
        <translation>έχει καταστραφεί ή δεν είναι πλήρες</translation>
    </message>
    <message>
        <source>a newer version of Delegate Desk made it</source>
        <translation>δημιουργήθηκε από νεότερη έκδοση του Delegate Desk</translation>
    </message>
    <message>
        <source>it holds what no backup of Delegate Desk holds</source>
        <translation>περιέχει κάτι που δεν περιέχει αντίγραφο ασφαλείας του Delegate Desk</translation>
    </message>
    <message>
        <source>{file} was not restored: {reason}.</source>
        <translation>Η επαναφορά του {file} δεν έγινε: {reason}.</translation>
    </message>
    <message>
        <source>it is no package of Delegate Desk</source>
        <translation>δεν είναι πακέτο του Delegate Desk</translation>
    </message>
    <message>
        <source>it is damaged or not whole; ask for it again</source>
        <translation>έχει καταστραφεί ή δεν είναι πλήρες· ζητήστε το πάλι</translation>
    </message>
    <message>
        <source>it is not what was packed; ask for it again</source>
        <translation>δεν είναι αυτό που είχε σταλεί· ζητήστε το πάλι</translation>
    </message>
    <message>
        <source>a newer version of Delegate Desk packed it; update this one, or ask for an older format</source>
        <translation>δημιουργήθηκε από νεότερη έκδοση του Delegate Desk· ενημερώστε τη δική σας ή ζητήστε παλαιότερη μορφή</translation>
    </message>
    <message>
        <source>it is too large, or would be when unpacked</source>
        <translation>είναι πολύ μεγάλο, ή θα ήταν μετά το άνοιγμα</translation>
    </message>
    <message>
        <source>what it holds bears names that no package has</source>
        <translation>περιέχει ονόματα που δεν έχει κανένα πακέτο</translation>
    </message>
    <message>
        <source>what it says is not what a package says</source>
        <translation>δεν λέει ό,τι λέει ένα πακέτο</translation>
    </message>
    <message>
        <source>{file} was not taken in: {reason}. The library is as it was.</source>
        <translation>Το {file} δεν παραλήφθηκε: {reason}. Η βιβλιοθήκη είναι όπως πριν.</translation>
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
        <source>there are no annotations in it</source>
        <translation>δεν περιέχει σχολιασμούς</translation>
    </message>
    <message>
        <source>{name} is not in the library.</source>
        <translation>Το {name} δεν είναι στη βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>{name} is held in several languages: {languages}.</source>
        <translation>Το {name} υπάρχει σε πολλές γλώσσες: {languages}.</translation>
    </message>
    <message>
        <source>{name} has no place “{typed}”.</source>
        <translation>Το {name} δεν έχει θέση «{typed}».</translation>
    </message>
    <message>
        <source>These words do not stand in that paragraph of {name}.</source>
        <translation>Οι λέξεις αυτές δεν υπάρχουν σε εκείνη την παράγραφο του {name}.</translation>
    </message>
    <message>
        <source>This field cannot be “{typed}”.</source>
        <translation>Το πεδίο αυτό δεν μπορεί να είναι «{typed}».</translation>
    </message>
    <message>
        <source>{old} and {new} were not compared ({detail}).</source>
        <translation>Δεν έγινε σύγκριση του {old} με το {new} ({detail}).</translation>
    </message>
    <message>
        <source>Notes are carried to another document: both are {name}.</source>
        <translation>Οι σημειώσεις μεταφέρονται σε άλλο έγγραφο: και τα δύο είναι {name}.</translation>
    </message>
    <message>
        <source>Nothing in {paper} was understood as written on {name}.</source>
        <translation>Τίποτα στο {paper} δεν αναγνωρίστηκε ως γραμμένο για το {name}.</translation>
    </message>
    <message>
        <source>{code} is not the code of a delegation.</source>
        <translation>Το {code} δεν είναι κωδικός αντιπροσωπίας.</translation>
    </message>
    <message>
        <source>{name} is no agenda: it lists no items of a meeting.</source>
        <translation>Το {name} δεν είναι ημερήσια διάταξη: δεν απαριθμεί σημεία συνεδρίασης.</translation>
    </message>
    <message>
        <source>This meeting is not in the library any more.</source>
        <translation>Η συνεδρίαση αυτή δεν είναι πλέον στη βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>The agenda of {body} has no item {number}.</source>
        <translation>Η ημερήσια διάταξη ({body}) δεν έχει σημείο {number}.</translation>
    </message>
    <message>
        <source>There is a meeting {reference} already, in the trash.</source>
        <translation>Υπάρχει ήδη συνεδρίαση {reference}, στον κάδο.</translation>
    </message>
    <message>
        <source>There is a meeting {reference} already.</source>
        <translation>Υπάρχει ήδη συνεδρίαση {reference}.</translation>
    </message>
    <message>
        <source>The library {folder} cannot be written: {reason}.</source>
        <translation>Η εγγραφή στη βιβλιοθήκη {folder} δεν είναι δυνατή: {reason}.</translation>
    </message>
    <message>
        <source>The library {folder} was written by a newer version of Delegate Desk; it is left as it is.</source>
        <translation>Η βιβλιοθήκη {folder} γράφτηκε από νεότερη έκδοση του Delegate Desk· μένει ως έχει.</translation>
    </message>
    <message>
        <source>The library {folder} is damaged ({reason}); it is left as it is.</source>
        <translation>Η βιβλιοθήκη {folder} έχει βλάβη ({reason})· μένει ως έχει.</translation>
    </message>
    <message>
        <source>Another program is writing the library {folder}; try again.</source>
        <translation>Άλλο πρόγραμμα γράφει στη βιβλιοθήκη {folder}· δοκιμάστε πάλι.</translation>
    </message>
    <message>
        <source>There is no room left for the library {folder}; nothing that was saved is lost.</source>
        <translation>Δεν υπάρχει πλέον χώρος για τη βιβλιοθήκη {folder}· τίποτα από όσα αποθηκεύτηκαν δεν χάνεται.</translation>
    </message>
    <message>
        <source>{file} was not written: {reason}. What was there is untouched.</source>
        <translation>Το {file} δεν γράφτηκε: {reason}. Ό,τι υπήρχε εκεί είναι άθικτο.</translation>
    </message>
    <message>
        <source>{file} is open in another program: close it there first, or delete {mark} if it was left behind.</source>
        <translation>Το {file} είναι ανοικτό σε άλλο πρόγραμμα: κλείστε το πρώτα εκεί ή, αν το {mark} έχει ξεχαστεί, διαγράψτε το.</translation>
    </message>
    <message>
        <source>{file} is open in another program: close it there first.</source>
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
        <source>Nobody took a stance in the meeting of {body} yet: there is no matrix.</source>
        <translation>Κανείς δεν πήρε θέση ακόμη στη συνεδρίαση ({body}): δεν υπάρχει πίνακας θέσεων.</translation>
    </message>
    <message>
        <source>There is no full table of populations for {year}; there are tables for {known}.</source>
        <translation>Δεν υπάρχει πλήρης πίνακας πληθυσμών για το {year}· υπάρχουν πίνακες για {known}.</translation>
    </message>
    <message>
        <source>{file} was not written: annotations leave as {types}, by the ending of the name.</source>
        <translation>Το {file} δεν γράφτηκε: οι σχολιασμοί εξάγονται ως {types}, ανάλογα με την κατάληξη του ονόματος.</translation>
    </message>
    <message>
        <source>Another person wrote this: answer it, copy it, or remove it.</source>
        <translation>Αυτό το έγραψε άλλο άτομο: απαντήστε, αντιγράψτε το ή αφαιρέστε το.</translation>
    </message>
    <message>
        <source>Nobody, or more than one, of those met is called “{typed}”.</source>
        <translation>Κανένας, ή περισσότεροι από ένας, από όσους έχετε συναντήσει δεν λέγεται «{typed}».</translation>
    </message>
    <message>
        <source>The backup of the library {folder} was not kept: {reason}. Those that are there stay as they are.</source>
        <translation>Το αντίγραφο ασφαλείας της βιβλιοθήκης {folder} δεν φυλάχθηκε: {reason}. Όσα υπάρχουν μένουν ως έχουν.</translation>
    </message>
    <message>
        <source>{folder} is not empty, and a backup is never restored over anything: choose a new folder.</source>
        <translation>Ο φάκελος {folder} δεν είναι κενός, και η επαναφορά δεν γίνεται ποτέ πάνω σε κάτι άλλο: επιλέξτε νέο φάκελο.</translation>
    </message>
    <message>
        <source>{file} was not written: choose a new file outside the library; only an older backup is replaced.</source>
        <translation>Το {file} δεν γράφτηκε: επιλέξτε νέο αρχείο εκτός της βιβλιοθήκης· αντικαθίσταται μόνο παλαιότερο αντίγραφο ασφαλείας.</translation>
    </message>
    <message>
        <source>The second place for backups, {folder}, is not there.</source>
        <translation>Η δεύτερη θέση για αντίγραφα ασφαλείας, {folder}, δεν είναι διαθέσιμη.</translation>
    </message>
    <message>
        <source>{folder} cannot be shared in: it is not there now, or it is in the library itself.</source>
        <translation>Ο φάκελος {folder} δεν μπορεί να είναι κοινόχρηστος: δεν είναι τώρα διαθέσιμος, ή βρίσκεται μέσα στην ίδια τη βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>{folder} holds no library: choose the folder that a library is kept in.</source>
        <translation>Ο φάκελος {folder} δεν περιέχει βιβλιοθήκη: επιλέξτε τον φάκελο όπου φυλάσσεται μια βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>The library {folder} is not there now: plug the stick or drive in that it is on.</source>
        <translation>Η βιβλιοθήκη {folder} δεν είναι τώρα διαθέσιμη: συνδέστε το στικάκι ή τον δίσκο όπου βρίσκεται.</translation>
    </message>
    <message>
        <source>The library {folder} is not opened, for it stands on a network share ({kind}), where a database can be damaged: keep it in a folder on this computer, and work with others through packages or a shared folder.</source>
        <translation>Η βιβλιοθήκη {folder} δεν ανοίγει, επειδή βρίσκεται σε κοινόχρηστο δίσκο δικτύου ({kind}), όπου μια βάση δεδομένων μπορεί να υποστεί βλάβη: κρατήστε την σε φάκελο αυτού του υπολογιστή και συνεργαστείτε με άλλους με πακέτα ή κοινόχρηστο φάκελο.</translation>
    </message>
    <message>
        <source>The library {folder} is encrypted: it opens with its passphrase.</source>
        <translation>Η βιβλιοθήκη {folder} είναι κρυπτογραφημένη: ανοίγει με τη φράση πρόσβασής της.</translation>
    </message>
    <message>
        <source>This is not the passphrase of the library {folder}.</source>
        <translation>Αυτή δεν είναι η φράση πρόσβασης της βιβλιοθήκης {folder}.</translation>
    </message>
    <message>
        <source>A passphrase needs {least} characters or more; several words are best.</source>
        <translation>Η φράση πρόσβασης χρειάζεται τουλάχιστον {least} χαρακτήρες· το καλύτερο είναι πολλές λέξεις.</translation>
    </message>
    <message>
        <source>The settings were not kept in {file}: {reason}. Those that were kept before stay.</source>
        <translation>Οι ρυθμίσεις δεν φυλάχθηκαν στο {file}: {reason}. Ισχύουν όσες είχαν φυλαχθεί πριν.</translation>
    </message>
    <message>
        <source>The library {folder} was not recovered ({reason}); all is as it was. A backup can be restored beside it.</source>
        <translation>Η βιβλιοθήκη {folder} δεν ανακτήθηκε ({reason})· όλα είναι όπως πριν. Μπορεί να γίνει επαναφορά αντιγράφου ασφαλείας δίπλα της.</translation>
    </message>
    <message>
        <source>The passphrase was typed in two ways; nothing was changed.</source>
        <translation>Η φράση πρόσβασης γράφτηκε με δύο τρόπους· δεν άλλαξε τίποτα.</translation>
    </message>
    <message>
        <source>{file} holds the key of the library and cannot be used ({reason}). Nothing was changed: bring this file back from a copy of the library&apos;s folder.</source>
        <translation>Το {file} περιέχει το κλειδί της βιβλιοθήκης και δεν μπορεί να χρησιμοποιηθεί ({reason}). Δεν άλλαξε τίποτα: επαναφέρετε το αρχείο από αντίγραφο του φακέλου της βιβλιοθήκης.</translation>
    </message>
    <message>
        <source>The library {folder} is encrypted already.</source>
        <translation>Η βιβλιοθήκη {folder} είναι ήδη κρυπτογραφημένη.</translation>
    </message>
    <message>
        <source>The library {folder} is not encrypted.</source>
        <translation>Η βιβλιοθήκη {folder} δεν είναι κρυπτογραφημένη.</translation>
    </message>
    <message>
        <source>Page {number} of {file} cannot be drawn.</source>
        <translation>Η σελίδα {number} του {file} δεν μπορεί να σχεδιαστεί.</translation>
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
        <source>In the List of Annotations</source>
        <translation>Στον κατάλογο των σχολιασμών</translation>
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
        <source>In What Others Wrote</source>
        <translation>Σε όσα έγραψαν οι άλλοι</translation>
    </message>
    <message>
        <source>Take Over a Wording of Others</source>
        <translation>Υιοθέτηση διατύπωσης άλλων</translation>
    </message>
    <message>
        <source>In an Annotation</source>
        <translation>Σε σχολιασμό</translation>
    </message>
    <message>
        <source>Reply to the Annotation</source>
        <translation>Απάντηση στον σχολιασμό</translation>
    </message>
    <message>
        <source>Type Its Place</source>
        <translation>Πληκτρολόγηση της διάταξης</translation>
    </message>
    <message>
        <source>{key} moves about and takes what is at hand.</source>
        <translation>Το {key} μετακινεί και επιλέγει το τρέχον στοιχείο.</translation>
    </message>
    <message>
        <source>{key} opens the menu {menu}.</source>
        <translation>Το {key} ανοίγει το μενού {menu}.</translation>
    </message>
    <message>
        <source>{key} goes to a place in the text, as do all figures.</source>
        <translation>Το {key} οδηγεί σε διάταξη του κειμένου, όπως όλα τα ψηφία.</translation>
    </message>
    <message>
        <source>{key} chooses a sentence in the text.</source>
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
        <source>↑↓ choose · Enter open · Space look · Ctrl+Enter new tab · {next} next · {narrow} narrow</source>
        <translation>↑↓ επιλογή · Enter άνοιγμα · Διάστημα προεπισκόπηση · Ctrl+Enter νέα καρτέλα · {next} επόμενο · {narrow} περιορισμός</translation>
    </message>
    <message>
        <source>No provision yet: {key} on a paragraph of the text drafts on it, or type a place here.</source>
        <translation>Καμία διάταξη ακόμη: με {key} σε παράγραφο του κειμένου γράφετε διατύπωση, ή πληκτρολογήστε θέση εδώ.</translation>
    </message>
    <message>
        <source>No provision yet: type a place here.</source>
        <translation>Καμία διάταξη ακόμη: πληκτρολογήστε θέση εδώ.</translation>
    </message>
    <message>
        <source>{change} next change · Esc, then {next} {previous} go on · {take} takes over · {export} exports it</source>
        <translation>{change} επόμενη αλλαγή · Esc, και μετά {next} {previous} για συνέχεια · {take} υιοθέτηση · {export} εξαγωγή</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} από {count}</translation>
    </message>
    <message>
        <source>{key} next</source>
        <translation>{key} επόμενο</translation>
    </message>
    <message>
        <source>No annotations here yet: {key} writes a note on this paragraph or on the words chosen.</source>
        <translation>Δεν υπάρχουν ακόμη σχολιασμοί εδώ: με {key} γράφετε σημείωση για αυτή την παράγραφο ή για τις επιλεγμένες λέξεις.</translation>
    </message>
    <message>
        <source>No annotations here yet.</source>
        <translation>Δεν υπάρχουν ακόμη σχολιασμοί εδώ.</translation>
    </message>
    <message>
        <source>{note} note · {question} question · {line} red line · {scrutiny} scrutiny · {support} support · {drafting} drafting · {wording} our wording</source>
        <translation>{note} σημείωση · {question} ερώτηση · {line} κόκκινη γραμμή · {scrutiny} εξέταση · {support} υποστήριξη · {drafting} πρόταση διατύπωσης · {wording} δική μας διατύπωση</translation>
    </message>
    <message>
        <source>Notes, footnotes and languages of the paragraph at hand stand here. {key} leads to the documents.</source>
        <translation>Εδώ εμφανίζονται σημειώσεις, υποσημειώσεις και γλώσσες της τρέχουσας παραγράφου. Με {key} πηγαίνετε στα έγγραφα.</translation>
    </message>
    <message>
        <source>Notes, footnotes and languages of the paragraph at hand stand here.</source>
        <translation>Εδώ εμφανίζονται σημειώσεις, υποσημειώσεις και γλώσσες της τρέχουσας παραγράφου.</translation>
    </message>
</context>
<context>
    <name>keysheet</name>
    <message>
        <source>Keys</source>
        <translation>Πλήκτρα</translation>
    </message>
    <message>
        <source>&amp;Change Keys …</source>
        <translation>Αλλα&amp;γή πλήκτρων …</translation>
    </message>
    <message>
        <source>&amp;Print Key Sheet …</source>
        <translation>Ε&amp;κτύπωση φύλλου πλήκτρων …</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Κλεί&amp;σιμο</translation>
    </message>
    <message>
        <source>Print Key Sheet</source>
        <translation>Εκτύπωση φύλλου πλήκτρων</translation>
    </message>
    <message>
        <source>it takes nothing to print</source>
        <translation>δεν δέχεται τίποτα προς εκτύπωση</translation>
    </message>
    <message>
        <source>Keys of Delegate Desk</source>
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
        <source>This library is open</source>
        <translation>Η βιβλιοθήκη αυτή είναι ανοικτή</translation>
    </message>
    <message>
        <source>Open Another Library</source>
        <translation>Άνοιγμα άλλης βιβλιοθήκης</translation>
    </message>
    <message>
        <source>New Library in an Empty Folder</source>
        <translation>Νέα βιβλιοθήκη σε κενό φάκελο</translation>
    </message>
    <message>
        <source>{folder} is not empty: a library of its own needs a folder of its own.</source>
        <translation>Ο φάκελος {folder} δεν είναι κενός: κάθε βιβλιοθήκη χρειάζεται δικό της φάκελο.</translation>
    </message>
    <message>
        <source>No library was made</source>
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
        <source>lines of positions: {count}</source>
        <translation>γραμμές θέσεων: {count}</translation>
    </message>
    <message>
        <source>meetings: {count}</source>
        <translation>συνεδριάσεις: {count}</translation>
    </message>
    <message>
        <source>lines caught: {count}</source>
        <translation>καταγραφές: {count}</translation>
    </message>
    <message>
        <source>proposals of others: {count}</source>
        <translation>προτάσεις άλλων: {count}</translation>
    </message>
    <message>
        <source>phrases: {count}</source>
        <translation>έτοιμες φράσεις: {count}</translation>
    </message>
    <message>
        <source>further entries: {count}</source>
        <translation>άλλες εγγραφές: {count}</translation>
    </message>
    <message>
        <source>The database is damaged ({reason}). Mend closes the window, recovers what can be read and fills it in from the newest backup; the damaged files are kept.</source>
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
        <source>Originals that belong to no document: {count}. Mend brings them in again.</source>
        <translation>Πρωτότυπα που δεν ανήκουν σε έγγραφο: {count}. Η επιδιόρθωση τα εισάγει πάλι.</translation>
    </message>
    <message>
        <source>The search index lags behind.</source>
        <translation>Το ευρετήριο αναζήτησης έχει μείνει πίσω.</translation>
    </message>
    <message>
        <source>The search index was damaged, and was made anew.</source>
        <translation>Το ευρετήριο αναζήτησης είχε βλάβη και δημιουργήθηκε εκ νέου.</translation>
    </message>
    <message>
        <source>A service made copies of files that were written on two computers at once ({count}). Mend brings together what either wrote, and puts the copies aside.</source>
        <translation>Μια υπηρεσία δημιούργησε αντίγραφα αρχείων που γράφτηκαν ταυτόχρονα σε δύο υπολογιστές ({count}). Η επιδιόρθωση ενώνει όσα έγραψε ο καθένας και βάζει τα αντίγραφα κατά μέρος.</translation>
    </message>
    <message>
        <source>The library is whole: the database, the index and {count} originals.</source>
        <translation>Η βιβλιοθήκη είναι ακέραια: η βάση δεδομένων, το ευρετήριο και {count} πρωτότυπα.</translation>
    </message>
    <message>
        <source>The original of {name} was taken from the second place.</source>
        <translation>Το πρωτότυπο του {name} λήφθηκε από τη δεύτερη θέση.</translation>
    </message>
    <message>
        <source>{name} named an original that is not there, and names its own again.</source>
        <translation>Το {name} παρέπεμπε σε πρωτότυπο που δεν υπάρχει, και παραπέμπει πάλι στο δικό του.</translation>
    </message>
    <message>
        <source>The text of {name} was read again from its original.</source>
        <translation>Το κείμενο του {name} διαβάστηκε πάλι από το πρωτότυπό του.</translation>
    </message>
    <message>
        <source>{name} belonged to no document and is one again.</source>
        <translation>Το {name} δεν ανήκε σε έγγραφο και είναι πάλι έγγραφο.</translation>
    </message>
    <message>
        <source>{name} belongs to no document and could not be read; it stays where it is.</source>
        <translation>Το {name} δεν ανήκει σε έγγραφο και δεν διαβάστηκε· μένει εκεί όπου είναι.</translation>
    </message>
    <message>
        <source>The text of {name} could not be read again.</source>
        <translation>Το κείμενο του {name} δεν μπόρεσε να διαβαστεί πάλι.</translation>
    </message>
    <message>
        <source>No copy of the original of {name} was found: bring the file in again, or plug in the second place and mend again.</source>
        <translation>Δεν βρέθηκε αντίγραφο του πρωτοτύπου του {name}: εισαγάγετε πάλι το αρχείο, ή συνδέστε τη δεύτερη θέση και επαναλάβετε την επιδιόρθωση.</translation>
    </message>
    <message>
        <source>The search index was made anew.</source>
        <translation>Το ευρετήριο αναζήτησης δημιουργήθηκε εκ νέου.</translation>
    </message>
    <message>
        <source>Half-copied files deleted: {count}.</source>
        <translation>Μισά αντίγραφα αρχείων που διαγράφηκαν: {count}.</translation>
    </message>
    <message>
        <source>There was nothing to mend.</source>
        <translation>Δεν υπήρχε τίποτα προς επιδιόρθωση.</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>τίποτα νέο</translation>
    </message>
    <message>
        <source>From what was written on another computer at once: {rows}.</source>
        <translation>Από όσα γράφτηκαν ταυτόχρονα σε άλλον υπολογιστή: {rows}.</translation>
    </message>
    <message>
        <source>Different on both: {count}. The later stays; the other is in merged.json, beside the copies.</source>
        <translation>Διαφορετικά στους δύο: {count}. Μένει το μεταγενέστερο· το άλλο είναι στο merged.json, δίπλα στα αντίγραφα.</translation>
    </message>
    <message>
        <source>{name} came without its file: bring the file in again.</source>
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
        <source>No document could be read. Originals that are there are brought in again; a backup can be restored beside this library.</source>
        <translation>Κανένα έγγραφο δεν διαβάστηκε. Όσα πρωτότυπα υπάρχουν εισάγονται πάλι· μπορεί να γίνει επαναφορά αντιγράφου ασφαλείας δίπλα σε αυτή τη βιβλιοθήκη.</translation>
    </message>
    <message>
        <source>{name} could not be used.</source>
        <translation>Το {name} δεν μπόρεσε να χρησιμοποιηθεί.</translation>
    </message>
    <message>
        <source>Without a place, and kept with the damaged files in left.json: {rows}.</source>
        <translation>Χωρίς θέση, φυλάσσονται μαζί με τα κατεστραμμένα αρχεία στο left.json: {rows}.</translation>
    </message>
    <message>
        <source>Pages of the database that could not be told apart: {count}.</source>
        <translation>Σελίδες της βάσης δεδομένων που δεν αναγνωρίστηκαν: {count}.</translation>
    </message>
    <message>
        <source>The damaged files are kept in {folder}.</source>
        <translation>Τα κατεστραμμένα αρχεία φυλάσσονται στον φάκελο {folder}.</translation>
    </message>
    <message>
        <source>Read from the damaged database: {rows}.</source>
        <translation>Διαβάστηκαν από την κατεστραμμένη βάση δεδομένων: {rows}.</translation>
    </message>
    <message>
        <source>From the backup {name}: {rows}.</source>
        <translation>Από το αντίγραφο ασφαλείας {name}: {rows}.</translation>
    </message>
    <message>
        <source>From the plain files beside it: {rows}.</source>
        <translation>Από τα απλά αρχεία δίπλα της: {rows}.</translation>
    </message>
    <message>
        <source>As in every new library: {rows}.</source>
        <translation>Όπως σε κάθε νέα βιβλιοθήκη: {rows}.</translation>
    </message>
    <message>
        <source>That is of {names}.</source>
        <translation>Ανήκουν σε: {names}.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} και {count} ακόμη</translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>Note</source>
        <translation>Σημείωση</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Ερώτηση</translation>
    </message>
    <message>
        <source>Red line</source>
        <translation>Κόκκινη γραμμή</translation>
    </message>
    <message>
        <source>Scrutiny reservation</source>
        <translation>Επιφύλαξη εξέτασης</translation>
    </message>
    <message>
        <source>Parliamentary reservation</source>
        <translation>Κοινοβουλευτική επιφύλαξη</translation>
    </message>
    <message>
        <source>Linguistic reservation</source>
        <translation>Γλωσσική επιφύλαξη</translation>
    </message>
    <message>
        <source>Reservation</source>
        <translation>Επιφύλαξη</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Υποστήριξη</translation>
    </message>
    <message>
        <source>Drafting suggestion</source>
        <translation>Πρόταση διατύπωσης</translation>
    </message>
    <message>
        <source>Can accept</source>
        <translation>Μπορεί να γίνει δεκτό</translation>
    </message>
    <message>
        <source>Support if amended</source>
        <translation>Υποστήριξη εφόσον τροποποιηθεί</translation>
    </message>
    <message>
        <source>Oppose</source>
        <translation>Αντίθεση</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Δήλωση</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>Βέλγιο</translation>
    </message>
    <message>
        <source>Bulgaria</source>
        <translation>Βουλγαρία</translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation>Τσεχία</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>Δανία</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Γερμανία</translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation>Εσθονία</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Ιρλανδία</translation>
    </message>
    <message>
        <source>Greece</source>
        <translation>Ελλάδα</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Ισπανία</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Γαλλία</translation>
    </message>
    <message>
        <source>Croatia</source>
        <translation>Κροατία</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Ιταλία</translation>
    </message>
    <message>
        <source>Cyprus</source>
        <translation>Κύπρος</translation>
    </message>
    <message>
        <source>Latvia</source>
        <translation>Λετονία</translation>
    </message>
    <message>
        <source>Lithuania</source>
        <translation>Λιθουανία</translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation>Λουξεμβούργο</translation>
    </message>
    <message>
        <source>Hungary</source>
        <translation>Ουγγαρία</translation>
    </message>
    <message>
        <source>Malta</source>
        <translation>Μάλτα</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Κάτω Χώρες</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>Αυστρία</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>Πολωνία</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>Πορτογαλία</translation>
    </message>
    <message>
        <source>Romania</source>
        <translation>Ρουμανία</translation>
    </message>
    <message>
        <source>Slovenia</source>
        <translation>Σλοβενία</translation>
    </message>
    <message>
        <source>Slovakia</source>
        <translation>Σλοβακία</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>Φινλανδία</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Σουηδία</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Ηνωμένο Βασίλειο</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>Βουλγαρικά</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Τσεχικά</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Δανικά</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Γερμανικά</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Ελληνικά</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Αγγλικά</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Ισπανικά</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>Εσθονικά</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Φινλανδικά</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Γαλλικά</translation>
    </message>
    <message>
        <source>Irish</source>
        <translation>Ιρλανδικά</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>Κροατικά</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Ουγγρικά</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Ιταλικά</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>Λιθουανικά</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>Λετονικά</translation>
    </message>
    <message>
        <source>Maltese</source>
        <translation>Μαλτέζικα</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Ολλανδικά</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Πολωνικά</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Πορτογαλικά</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Ρουμανικά</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>Σλοβακικά</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>Σλοβενικά</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Σουηδικά</translation>
    </message>
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
        <source>the file tracks its own changes</source>
        <translation>το αρχείο παρακολουθεί τις αλλαγές του</translation>
    </message>
    <message>
        <source>words are struck beside words in bold or underlined</source>
        <translation>υπάρχουν διαγραμμένες λέξεις δίπλα σε έντονες ή υπογραμμισμένες</translation>
    </message>
    <message>
        <source>words are struck</source>
        <translation>υπάρχουν διαγραμμένες λέξεις</translation>
    </message>
    <message>
        <source>words are in bold and underlined at once</source>
        <translation>υπάρχουν λέξεις έντονες και συγχρόνως υπογραμμισμένες</translation>
    </message>
    <message>
        <source>no words within a sentence are in bold, underlined or struck</source>
        <translation>καμία λέξη μέσα σε πρόταση δεν είναι έντονη, υπογραμμισμένη ή διαγραμμένη</translation>
    </message>
    <message>
        <source>most of the text is in bold</source>
        <translation>το μεγαλύτερο μέρος του κειμένου είναι έντονο</translation>
    </message>
    <message>
        <source>the paper says what its bold or underlined words mean</source>
        <translation>το έγγραφο εξηγεί τι σημαίνουν οι έντονες ή υπογραμμισμένες λέξεις του</translation>
    </message>
    <message>
        <source>the paper calls itself a compromise and has words in bold or underlined</source>
        <translation>το έγγραφο αυτοχαρακτηρίζεται συμβιβαστικό και έχει έντονες ή υπογραμμισμένες λέξεις</translation>
    </message>
    <message>
        <source>dots in brackets stand for words left out, beside words in bold or underlined</source>
        <translation>αποσιωπητικά σε αγκύλες στη θέση λέξεων που παραλείφθηκαν, δίπλα σε έντονες ή υπογραμμισμένες λέξεις</translation>
    </message>
    <message>
        <source>words within recitals and articles are in bold or underlined</source>
        <translation>υπάρχουν έντονες ή υπογραμμισμένες λέξεις μέσα σε αιτιολογικές σκέψεις και άρθρα</translation>
    </message>
    <message>
        <source>words are in bold or underlined, but nothing says that they are new</source>
        <translation>υπάρχουν έντονες ή υπογραμμισμένες λέξεις, αλλά τίποτα δεν δείχνει ότι είναι νέες</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>χωρίς κείμενο</translation>
    </message>
    <message>
        <source>hardly any text beside a picture</source>
        <translation>ελάχιστο κείμενο δίπλα σε εικόνα</translation>
    </message>
    <message>
        <source>text that was recognised from a picture</source>
        <translation>κείμενο που αναγνωρίστηκε από εικόνα</translation>
    </message>
    <message>
        <source>a broken text layer</source>
        <translation>κατεστραμμένο επίπεδο κειμένου</translation>
    </message>
    <message>
        <source>nothing that can be read</source>
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
        <source>footnote that is called nowhere is left out</source>
        <translation>υποσημείωση χωρίς παραπομπή παραλείπεται</translation>
    </message>
    <message>
        <source>footnotes that are called nowhere are left out</source>
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
        <source>actions of the file are not carried out</source>
        <translation>οι ενέργειες του αρχείου δεν εκτελούνται</translation>
    </message>
    <message>
        <source>a template elsewhere is not fetched</source>
        <translation>εξωτερικό πρότυπο δεν ανακτάται</translation>
    </message>
    <message>
        <source>entities that the file declares are left out</source>
        <translation>οι οντότητες που ορίζει το αρχείο παραλείπονται</translation>
    </message>
    <message>
        <source>a call to another page is not followed</source>
        <translation>παραπομπή σε άλλη σελίδα δεν ακολουθείται</translation>
    </message>
    <message>
        <source>styles elsewhere are not fetched</source>
        <translation>εξωτερικά στυλ δεν ανακτώνται</translation>
    </message>
    <message>
        <source>picture elsewhere is not fetched</source>
        <translation>εξωτερική εικόνα δεν ανακτάται</translation>
    </message>
    <message>
        <source>pictures elsewhere are not fetched</source>
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
        <source>part elsewhere is not fetched</source>
        <translation>εξωτερικό τμήμα δεν ανακτάται</translation>
    </message>
    <message>
        <source>parts elsewhere are not fetched</source>
        <translation>εξωτερικά τμήματα δεν ανακτώνται</translation>
    </message>
    <message>
        <source>link to a file elsewhere is not followed</source>
        <translation>σύνδεσμος σε εξωτερικό αρχείο δεν ακολουθείται</translation>
    </message>
    <message>
        <source>links to files elsewhere are not followed</source>
        <translation>σύνδεσμοι σε εξωτερικά αρχεία δεν ακολουθούνται</translation>
    </message>
    <message>
        <source>field that calls a program or another file is not carried out</source>
        <translation>πεδίο που καλεί πρόγραμμα ή άλλο αρχείο δεν εκτελείται</translation>
    </message>
    <message>
        <source>fields that call a program or another file are not carried out</source>
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
        <source>This library is encrypted, and another program can open {name} only where it stands readable. You choose where the copy goes; it stays there until you delete it.</source>
        <translation>Η βιβλιοθήκη είναι κρυπτογραφημένη, και άλλο πρόγραμμα μπορεί να ανοίξει το {name} μόνο όπου είναι αναγνώσιμο. Επιλέγετε πού θα πάει το αντίγραφο· μένει εκεί έως ότου το διαγράψετε.</translation>
    </message>
    <message>
        <source>Save a Copy…</source>
        <translation>Αποθήκευση αντιγράφου…</translation>
    </message>
    <message>
        <source>Save a Readable Copy</source>
        <translation>Αποθήκευση αναγνώσιμου αντιγράφου</translation>
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
        <source>Print the Pages of the Original</source>
        <translation>Εκτύπωση σελίδων του πρωτοτύπου</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Εκτύπωση</translation>
    </message>
    <message>
        <source>it takes nothing</source>
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
        <source>Goes behind</source>
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
        <source>From whom</source>
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
        <source>Wording of</source>
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
        <source>2  middle</source>
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
        <source>Sent, and kept as it went: what you change begins draft {n}.</source>
        <translation>Εστάλη και φυλάσσεται όπως εστάλη: με ό,τι αλλάξετε αρχίζει το σχέδιο {n}.</translation>
    </message>
    <message>
        <source>Cleared: what you change now is to be cleared again.</source>
        <translation>Εγκρίθηκε: ό,τι αλλάξετε τώρα χρειάζεται νέα έγκριση.</translation>
    </message>
    <message>
        <source>Withdrawn: what you change makes it a draft again.</source>
        <translation>Αποσύρθηκε: με ό,τι αλλάξετε γίνεται πάλι σχέδιο.</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>εσωτερικό</translation>
    </message>
    <message>
        <source>to go</source>
        <translation>να απαλειφθεί</translation>
    </message>
</context>
<context>
    <name>positionwords</name>
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
</context>
<context>
    <name>preferring</name>
    <message>
        <source>Language of the window</source>
        <translation>Γλώσσα παραθύρου</translation>
    </message>
    <message>
        <source>Our delegation</source>
        <translation>Η αντιπροσωπία μας</translation>
    </message>
    <message>
        <source>Languages I read</source>
        <translation>Γλώσσες που διαβάζω</translation>
    </message>
    <message>
        <source>At the start</source>
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
        <source>Size of the letters</source>
        <translation>Μέγεθος γραμμάτων</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Κίνηση</translation>
    </message>
    <message>
        <source>Second place for backups</source>
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
        <source>Keys of the commands</source>
        <translation>Πλήκτρα των εντολών</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Γενικά</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Εμφάνιση</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Βιβλιοθήκη</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Όπως το σύστημα</translation>
    </message>
    <message>
        <source>The window begins anew in it at the same place; nothing is lost.</source>
        <translation>Το παράθυρο ξανανοίγει σε αυτή, στο ίδιο σημείο· τίποτα δεν χάνεται.</translation>
    </message>
    <message>
        <source>Of this library: positions are drafted and sent in its name.</source>
        <translation>Αυτής της βιβλιοθήκης: εξ ονόματός της γράφονται και στέλνονται οι θέσεις.</translation>
    </message>
    <message>
        <source>Versions in these stand before the others.</source>
        <translation>Οι αποδόσεις σε αυτές εμφανίζονται πριν από τις άλλες.</translation>
    </message>
    <message>
        <source>Open the tabs of last time</source>
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
        <source>Of the texts of documents.</source>
        <translation>Των κειμένων των εγγράφων.</translation>
    </message>
    <message>
        <source>Let nothing move that need not</source>
        <translation>Να μην κινείται ό,τι δεν χρειάζεται</translation>
    </message>
    <message>
        <source>Of this library. What is there stays there when you do without it.</source>
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
        <source>An encrypted library locks after so long without a key or the mouse.</source>
        <translation>Μια κρυπτογραφημένη βιβλιοθήκη κλειδώνει μετά από τόσο χρόνο χωρίς πλήκτρο ή ποντίκι.</translation>
    </message>
    <message>
        <source>What is put into them is taken in.</source>
        <translation>Ό,τι τοποθετείται σε αυτούς εισάγεται.</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Επιλογή …</translation>
    </message>
    <message>
        <source>Do Without</source>
        <translation>Κατάργηση</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Καμία</translation>
    </message>
    <message>
        <source>Choose the second place for backups</source>
        <translation>Επιλογή της δεύτερης θέσης για αντίγραφα ασφαλείας</translation>
    </message>
    <message>
        <source>Second Place for Backups</source>
        <translation>Δεύτερη θέση για αντίγραφα ασφαλείας</translation>
    </message>
    <message>
        <source>Watch a Folder …</source>
        <translation>Παρακολούθηση φακέλου …</translation>
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
        <source>it takes nothing to print</source>
        <translation>δεν δέχεται τίποτα προς εκτύπωση</translation>
    </message>
    <message>
        <source>Print the annotations</source>
        <translation>Εκτύπωση των σχολιασμών</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Σχολιασμοί</translation>
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
    <name>reporting</name>
    <message>
        <source>It holds what circulates. Paste it into a mail.</source>
        <translation>Περιέχει ό,τι κυκλοφορεί. Επικολλήστε το σε μήνυμα.</translation>
    </message>
    <message>
        <source>The report is in the clipboard</source>
        <translation>Η έκθεση είναι στο πρόχειρο</translation>
    </message>
</context>
<context>
    <name>send</name>
    <message>
        <source>Position paper</source>
        <translation>Έγγραφο θέσης</translation>
    </message>
    <message>
        <source>Table of comments</source>
        <translation>Πίνακας παρατηρήσεων</translation>
    </message>
    <message>
        <source>Redline in the text itself</source>
        <translation>Προτεινόμενες αλλαγές στο ίδιο το κείμενο</translation>
    </message>
    <message>
        <source>Text with our comments</source>
        <translation>Κείμενο με τις παρατηρήσεις μας</translation>
    </message>
    <message>
        <source>Compilation of delegations</source>
        <translation>Συγκεντρωτικός πίνακας παρατηρήσεων</translation>
    </message>
    <message>
        <source>Circulation</source>
        <translation>Κυκλοφορία</translation>
    </message>
    <message>
        <source>Capital, with what is internal</source>
        <translation>Πρωτεύουσα, μαζί με τα εσωτερικά</translation>
    </message>
    <message>
        <source>Council: bold underlined, struck</source>
        <translation>Όπως στο Συμβούλιο</translation>
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
        <source>Who gets it sees general comments, stances, wordings, comments, justifications, joint delegations and notes for circulation. A red line reads as opposed. Nothing internal is in it, nor any person’s name.</source>
        <translation>Όποιος το λάβει βλέπει γενικές παρατηρήσεις, θέσεις, διατυπώσεις, παρατηρήσεις, αιτιολογήσεις, συνυποστηρίζουσες αντιπροσωπίες και σημειώσεις προς κυκλοφορία. Μια κόκκινη γραμμή εμφανίζεται ως αντίθεση. Δεν περιέχει τίποτα εσωτερικό, ούτε όνομα προσώπου.</translation>
    </message>
    <message>
        <source>For the capital alone: beside what circulates it shows fallbacks, red lines, instructions, internal notes and priorities.</source>
        <translation>Μόνο για την πρωτεύουσα: εκτός από όσα κυκλοφορούν δείχνει εφεδρικές διατυπώσεις, κόκκινες γραμμές, οδηγίες, εσωτερικές σημειώσεις και προτεραιότητες.</translation>
    </message>
    <message>
        <source>It is not said whose position it is.</source>
        <translation>Δεν αναφέρεται ποιου είναι η θέση.</translation>
    </message>
    <message>
        <source>It goes in the name of {words}, which is not ours.</source>
        <translation>Στέλνεται εξ ονόματος «{words}», που δεν είμαστε εμείς.</translation>
    </message>
    <message>
        <source>Joint with ourselves: {words}.</source>
        <translation>Από κοινού με εμάς τους ίδιους: {words}.</translation>
    </message>
    <message>
        <source>{field} speaks for another: “{words}”.</source>
        <translation>{field}: μιλά εξ ονόματος άλλου: «{words}».</translation>
    </message>
    <message>
        <source>{words} is held and newer: this answers the one before.</source>
        <translation>Το {words} είναι στη βιβλιοθήκη και είναι νεότερο: εδώ απαντάτε στο προηγούμενο.</translation>
    </message>
    <message>
        <source>It will bear no marking, though papers like it do.</source>
        <translation>Δεν θα φέρει σήμανση, ενώ παρόμοια έγγραφα φέρουν.</translation>
    </message>
    <message>
        <source>{field} names what is not there: “{words}”.</source>
        <translation>{field}: αναφέρει κάτι που δεν υπάρχει: «{words}».</translation>
    </message>
    <message>
        <source>{field}: nothing is said.</source>
        <translation>{field}: δεν λέει τίποτα.</translation>
    </message>
    <message>
        <source>The wording proposed is what the text says already.</source>
        <translation>Η προτεινόμενη διατύπωση είναι αυτή που έχει ήδη το κείμενο.</translation>
    </message>
    <message>
        <source>{field} may say what is internal: “{words}”.</source>
        <translation>{field}: ίσως λέει κάτι εσωτερικό: «{words}».</translation>
    </message>
    <message>
        <source>{field}: Word has no such characters, they are left out: {words}.</source>
        <translation>{field}: το Word δεν έχει τέτοιους χαρακτήρες, παραλείπονται: {words}.</translation>
    </message>
    <message>
        <source>{field}: square brackets are open: “{words}”.</source>
        <translation>{field}: ανοικτές αγκύλες: «{words}».</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>Μια σημείωση</translation>
    </message>
    <message>
        <source>Our own look</source>
        <translation>Δική μας εμφάνιση</translation>
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
        <source>1 word</source>
        <translation>1 λέξη</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n} λέξεις</translation>
    </message>
    <message>
        <source>{marking} on each page</source>
        <translation>{marking} σε κάθε σελίδα</translation>
    </message>
    <message>
        <source>0 internal words</source>
        <translation>0 εσωτερικές λέξεις</translation>
    </message>
    <message>
        <source>1 internal text is in it: not for circulation</source>
        <translation>Περιέχει 1 εσωτερικό κείμενο: όχι προς κυκλοφορία</translation>
    </message>
    <message>
        <source>{n} internal texts are in it: not for circulation</source>
        <translation>Περιέχει {n} εσωτερικά κείμενα: όχι προς κυκλοφορία</translation>
    </message>
    <message>
        <source>The original is no Word file: its text is set anew with the same numbering, and says so.</source>
        <translation>Το πρωτότυπο δεν είναι αρχείο Word: το κείμενό του παρατίθεται εκ νέου με την ίδια αρίθμηση, και αυτό αναφέρεται.</translation>
    </message>
    <message>
        <source>On paper, as PDF, page or text it is set anew: only the Word file is the very file with our changes.</source>
        <translation>Σε χαρτί, ως PDF, σελίδα ή κείμενο παρατίθεται εκ νέου: μόνο το αρχείο Word είναι το ίδιο αρχείο με τις αλλαγές μας.</translation>
    </message>
    <message>
        <source>This wording could not be laid into the file: it is not in the text.</source>
        <translation>Η διατύπωση αυτή δεν μπόρεσε να μπει στο αρχείο: δεν είναι στο κείμενο.</translation>
    </message>
    <message>
        <source>The template has a place {place} that nothing is known of: it stays.</source>
        <translation>Το πρότυπο έχει θέση {place} για την οποία δεν είναι γνωστό τίποτα: μένει.</translation>
    </message>
    <message>
        <source>The template’s place for the text is in a table, a box, a head or a foot: the text goes to the end.</source>
        <translation>Η θέση του προτύπου για το κείμενο είναι σε πίνακα, πλαίσιο, κεφαλίδα ή υποσέλιδο: το κείμενο πηγαίνει στο τέλος.</translation>
    </message>
    <message>
        <source>Another template…</source>
        <translation>Άλλο πρότυπο…</translation>
    </message>
    <message>
        <source>Template of the House</source>
        <translation>Πρότυπο της υπηρεσίας</translation>
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
        <source>Long enough, but nearly the same character throughout: easy to guess.</source>
        <translation>Αρκετά μεγάλη, αλλά σχεδόν ο ίδιος χαρακτήρας παντού: μαντεύεται εύκολα.</translation>
    </message>
    <message>
        <source>Short: a machine that tries passphrases may find it.</source>
        <translation>Σύντομη: μια μηχανή που δοκιμάζει φράσεις ίσως τη βρει.</translation>
    </message>
    <message>
        <source>Fair. Longer is better: four or five words that do not belong together.</source>
        <translation>Μέτρια. Η μεγαλύτερη είναι καλύτερη: τέσσερις ή πέντε άσχετες μεταξύ τους λέξεις.</translation>
    </message>
    <message>
        <source>Long: good.</source>
        <translation>Μεγάλη: καλή.</translation>
    </message>
</context>
<context>
    <name>tabmenu</name>
    <message>
        <source>Close the &amp;Others</source>
        <translation>Κλείσιμο των ά&amp;λλων</translation>
    </message>
</context>
<context>
    <name>types</name>
    <message>
        <source>Note</source>
        <translation>Σημείωμα</translation>
    </message>
    <message>
        <source>Cover note</source>
        <translation>Διαβιβαστικό σημείωμα</translation>
    </message>
    <message>
        <source>Information note</source>
        <translation>Ενημερωτικό σημείωμα</translation>
    </message>
    <message>
        <source>‘I’ item note</source>
        <translation>Σημείωμα σημείου «I»</translation>
    </message>
    <message>
        <source>‘I/A’ item note</source>
        <translation>Σημείωμα σημείου «I/A»</translation>
    </message>
    <message>
        <source>‘A’ item note</source>
        <translation>Σημείωμα σημείου «A»</translation>
    </message>
    <message>
        <source>List of ‘A’ items</source>
        <translation>Κατάλογος σημείων «A»</translation>
    </message>
    <message>
        <source>Provisional list of ‘A’ items</source>
        <translation>Προσωρινός κατάλογος σημείων «A»</translation>
    </message>
    <message>
        <source>List of adopted ‘A’ items</source>
        <translation>Κατάλογος εγκριθέντων σημείων «A»</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Έκθεση</translation>
    </message>
    <message>
        <source>Progress report</source>
        <translation>Έκθεση προόδου</translation>
    </message>
    <message>
        <source>Corrigendum</source>
        <translation>Διορθωτικό</translation>
    </message>
    <message>
        <source>Addendum</source>
        <translation>Προσθήκη</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Συνοπτικά πρακτικά</translation>
    </message>
    <message>
        <source>Draft minutes</source>
        <translation>Σχέδιο πρακτικών</translation>
    </message>
    <message>
        <source>Summary record</source>
        <translation>Συνοπτικά πρακτικά</translation>
    </message>
    <message>
        <source>Outcome of proceedings</source>
        <translation>Αποτελέσματα των εργασιών</translation>
    </message>
    <message>
        <source>Outcome of the Council meeting</source>
        <translation>Αποτελέσματα της συνόδου του Συμβουλίου</translation>
    </message>
    <message>
        <source>Notice of meeting and provisional agenda</source>
        <translation>Ανακοίνωση συνεδρίασης και προσωρινή ημερήσια διάταξη</translation>
    </message>
    <message>
        <source>Provisional agenda</source>
        <translation>Προσωρινή ημερήσια διάταξη</translation>
    </message>
    <message>
        <source>Legislative acts and other instruments</source>
        <translation>Νομοθετικές και άλλες πράξεις</translation>
    </message>
    <message>
        <source>Legislative acts</source>
        <translation>Νομοθετικές πράξεις</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Πρόταση</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Σχέδιο</translation>
    </message>
    <message>
        <source>Working paper</source>
        <translation>Έγγραφο εργασίας</translation>
    </message>
    <message>
        <source>Working document</source>
        <translation>Έγγραφο εργασίας</translation>
    </message>
    <message>
        <source>Meeting document</source>
        <translation>Έγγραφο συνεδρίασης</translation>
    </message>
    <message>
        <source>Non-paper</source>
        <translation>Ανεπίσημο έγγραφο</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>Γνωμοδότηση</translation>
    </message>
    <message>
        <source>Opinion of the Legal Service</source>
        <translation>Γνωμοδότηση της Νομικής Υπηρεσίας</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>Συνεισφορά</translation>
    </message>
    <message>
        <source>Contribution of the Legal Service</source>
        <translation>Συνεισφορά της Νομικής Υπηρεσίας</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>Ανακοίνωση</translation>
    </message>
    <message>
        <source>Conclusions</source>
        <translation>Συμπεράσματα</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Ψήφισμα</translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>Δήλωση</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Δήλωση</translation>
    </message>
    <message>
        <source>Statement of reasons</source>
        <translation>Σκεπτικό</translation>
    </message>
    <message>
        <source>Draft statement of reasons</source>
        <translation>Σχέδιο σκεπτικού</translation>
    </message>
    <message>
        <source>Declassification</source>
        <translation>Αποχαρακτηρισμός</translation>
    </message>
    <message>
        <source>Partial declassification</source>
        <translation>Μερικός αποχαρακτηρισμός</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Κατάλογος</translation>
    </message>
    <message>
        <source>Voting result</source>
        <translation>Αποτέλεσμα της ψηφοφορίας</translation>
    </message>
    <message>
        <source>Press release</source>
        <translation>Ανακοινωθέν Τύπου</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Επιστολή</translation>
    </message>
    <message>
        <source>Annex</source>
        <translation>Παράρτημα</translation>
    </message>
</context>
<context>
    <name>undowords</name>
    <message>
        <source>annotations</source>
        <translation>σχολιασμοί</translation>
    </message>
    <message>
        <source>{n} annotations</source>
        <translation>{n} σχολιασμοί</translation>
    </message>
    <message>
        <source>{kind} on {place}</source>
        <translation>{kind}, {place}</translation>
    </message>
    <message>
        <source>our line on {place}</source>
        <translation>η γραμμή μας: {place}</translation>
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
        <source>place of the {kind} that had none</source>
        <translation>τοποθέτηση στο κείμενο: {kind}</translation>
    </message>
    <message>
        <source>place of our line that had none</source>
        <translation>τοποθέτηση στο κείμενο: η γραμμή μας</translation>
    </message>
    <message>
        <source>correction of {field} of {name}</source>
        <translation>διόρθωση στο {name}: {field}</translation>
    </message>
    <message>
        <source>return of {name} from the trash</source>
        <translation>επαναφορά από τον κάδο: {name}</translation>
    </message>
    <message>
        <source>move of {name} to the trash</source>
        <translation>μεταφορά στον κάδο: {name}</translation>
    </message>
    <message>
        <source>change of the groups of delegations</source>
        <translation>αλλαγή στις ομάδες αντιπροσωπιών</translation>
    </message>
    <message>
        <source>meeting of {body}</source>
        <translation>συνεδρίαση: {body}</translation>
    </message>
    <message>
        <source>line {words} of the meeting</source>
        <translation>γραμμή {words} της συνεδρίασης</translation>
    </message>
    <message>
        <source>mark as done of what {name} deleted</source>
        <translation>σήμανση ότι έγινε κάτι που διέγραψε το {name}</translation>
    </message>
    <message>
        <source>what was carried over to {name}</source>
        <translation>όσα μεταφέρθηκαν στο {name}</translation>
    </message>
    <message>
        <source>answer that a paper is of no such dossier</source>
        <translation>απάντηση ότι ένα έγγραφο δεν ανήκει στον φάκελο</translation>
    </message>
    <message>
        <source>choice of dossier for {name}</source>
        <translation>επιλογή φακέλου για το {name}</translation>
    </message>
    <message>
        <source>contribution of {name}</source>
        <translation>συνεισφορά: {name}</translation>
    </message>
    <message>
        <source>phrase {keyword}</source>
        <translation>έτοιμη φράση {keyword}</translation>
    </message>
    <message>
        <source>removal of what others sent</source>
        <translation>αφαίρεση όσων έστειλαν άλλοι</translation>
    </message>
    <message>
        <source>what a package brought</source>
        <translation>όσα έφερε ένα πακέτο</translation>
    </message>
    <message>
        <source>removal: {what}</source>
        <translation>αφαίρεση: {what}</translation>
    </message>
    <message>
        <source>change: {what}</source>
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
        <source>not heard</source>
        <translation>δεν ακούστηκε</translation>
    </message>
    <message>
        <source>does not take part</source>
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
        <source>The euro area</source>
        <translation>Η ζώνη του ευρώ</translation>
    </message>
    <message>
        <source>Chosen by hand</source>
        <translation>Επιλογή με το χέρι</translation>
    </message>
    <message>
        <source>none</source>
        <translation>κανένα</translation>
    </message>
    <message>
        <source>one</source>
        <translation>ένα</translation>
    </message>
    <message>
        <source>two</source>
        <translation>δύο</translation>
    </message>
    <message>
        <source>three</source>
        <translation>τρία</translation>
    </message>
    <message>
        <source>four</source>
        <translation>τέσσερα</translation>
    </message>
    <message>
        <source>five</source>
        <translation>πέντε</translation>
    </message>
    <message>
        <source>Adopted, as it stands</source>
        <translation>Εγκρίνεται, προς το παρόν</translation>
    </message>
    <message>
        <source>Not adopted, as it stands</source>
        <translation>Δεν εγκρίνεται, προς το παρόν</translation>
    </message>
    <message>
        <source>For {n} of {needed}</source>
        <translation>Υπέρ {n} από {needed}</translation>
    </message>
    <message>
        <source>Population {share} % of {needed} %</source>
        <translation>Πληθυσμός {share} % από {needed} %</translation>
    </message>
    <message>
        <source>Blocking: {codes}</source>
        <translation>Εμποδίζουν: {codes}</translation>
    </message>
    <message>
        <source>No minority can block</source>
        <translation>Καμία μειοψηφία αρνησικυρίας</translation>
    </message>
    <message>
        <source>Blocking with {codes}</source>
        <translation>Εμποδίζεται με {codes}</translation>
    </message>
    <message>
        <source>Blocking with {codes} or {last}</source>
        <translation>Εμποδίζεται με {codes} ή {last}</translation>
    </message>
    <message>
        <source>Blocking with {number} more</source>
        <translation>Εμποδίζεται με {number} ακόμη</translation>
    </message>
    <message>
        <source>Blocking with {codes} and {number} more</source>
        <translation>Εμποδίζεται με {codes} και {number} ακόμη</translation>
    </message>
    <message>
        <source>Not with {codes}</source>
        <translation>Όχι με {codes}</translation>
    </message>
    <message>
        <source>Prevented by declared abstentions</source>
        <translation>Εμποδίζεται από δηλωμένες αποχές</translation>
    </message>
    <message>
        <source>{n} not heard</source>
        <translation>{n} δεν ακούστηκαν</translation>
    </message>
    <message>
        <source>Not heard: {codes}</source>
        <translation>Δεν ακούστηκαν: {codes}</translation>
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
        <source>The figures are rounded, and rounding decides here: enter the exact ones to be sure.</source>
        <translation>Οι αριθμοί είναι στρογγυλευμένοι, και η στρογγύλευση κρίνει εδώ: για βεβαιότητα, καταχωρίστε τους ακριβείς.</translation>
    </message>
</context>
</TS>
