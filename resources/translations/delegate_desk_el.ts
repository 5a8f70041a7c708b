<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="el_GR" sourcelanguage="en_GB">
<context>
    <name>AgendaModel</name>
    <message>
        <source>{reference} · missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reference}, missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The meeting as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 intervention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} interventions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgendaView</name>
    <message>
        <source>Agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an item: title, document numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnnotationCard</name>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it was carried from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply to the annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the annotation in the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status: done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status: open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↗ circulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⌂ internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves with an export that circulates: press to keep it in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never leaves with an export that circulates: press to let it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visibility: circulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visibility: internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! overdue since {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnnotationExport</name>
    <message>
        <source>Export annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;As</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnnotationExportDialog</name>
    <message>
        <source>Word document (.docx), by document in reading order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table for a spreadsheet (.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web Annotations (.jsonld), for other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circulation: what is internal stays here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The capital: with what is internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 annotation leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} annotations leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 of them is internal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of them are internal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 internal one stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} internal ones stay here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {file}, {counted}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Annotations</name>
    <message>
        <source>About the paragraph at hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said in meetings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Footnotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refers to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N note · Q question · R red line · S scrutiny · Y support · D drafting · Ctrl+D our wording</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnnotationsView</name>
    <message>
        <source>en</source>
        <comment>the code of the language that the window speaks: en, el or fr</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} leads nowhere in this library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No annotations here yet: N writes a note on this paragraph or on the words chosen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerHead</name>
    <message>
        <source>Understood as: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only these forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index is being made anew: what is shown comes from the texts read so far, and is partial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 change is not searched yet; it is being taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} changes are not searched yet; they are being taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time ran out: there may be more than is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index was missing or damaged and has been made anew from the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first one shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first {n} shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paragraphs} in {documents}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 line of a position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} lines of positions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Arriving</name>
    <message>
        <source>Held already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything was taken in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing {name} with {old}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A revision came in of a document that bears notes of ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} revisions came in of documents that bear notes of ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed for us</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is to be filled in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Backingup</name>
    <message>
        <source>library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back Up the Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was opened again and is whole: {count} documents with their originals, {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original of {name} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original of {name} is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is in the library; it is taken there as soon as it can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second place for backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups (*{suffix} *.zip *.sqlite3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore Into Which Folder?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delegate Desk restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} documents are in {folder}; the library that is open stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it beside this one, or start: delegate-desk --library &quot;{folder}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Originals that were neither in the backup nor beside it: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open It</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working on a backup</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept are the last backup of each of {days} days, {weeks} weeks and {months} months, and copies made before an upgrade for {upgrade} days. What was deleted for good is in them until then. A backup is made when the program is closed, and each day while it is open, if anything changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the backup has come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back Up Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore Beside…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose &amp;Second Place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;No Second Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no second place: choose a stick or a drive, for a laptop that is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second place: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second place: {folder}, which is not there now; it is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>daily</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weekly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>monthly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before an upgrade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made, opened again, and whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 that had its time went.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} that had their time went.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second Place for Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is taken to a second place any more; what is there stays there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: no half of a backup stays.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BrowsedList</name>
    <message>
        <source>&amp;Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not Done &amp;Yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For &amp;Circulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in a New &amp;Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Done, or Open Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Internal, or for Circulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;ags …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Change …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the T&amp;rash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BrowsedModel</name>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>circulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Browser</name>
    <message>
        <source>All annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow the annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow by words, kind, tag, document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print what is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print what is shown (Ctrl+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export what is shown (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags to take off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BrowserSide</name>
    <message>
        <source>Narrow the annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made from, a day, month or year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made from: 2026-11-25</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made until, a day, month or year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made until: 2026-11</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no day, month or year: 2026-11-25, 2026-11, 2026</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BrowserView</name>
    <message>
        <source>Add tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take tags off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No annotation yet: N on a paragraph of a text writes a note on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No annotation fits all that is chosen; × takes a choice out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No annotation has all of these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · {n} chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags of 1 annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags of {n} annotations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaptureLine</name>
    <message>
        <source>Capture line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DE+ 10 who, a sign, where, words · a place alone goes there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mending · Esc leaves it as it was</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CarryingView</name>
    <message>
        <source>What was carried over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of ours stood on {name}: there is nothing to carry over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carried over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to look at: a figure picks its place, 0 says that it belongs nowhere, Enter shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} to look at: a figure picks a place, 0 says that it belongs nowhere, Enter shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All have their place; nothing waits for you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Catching</name>
    <message>
        <source>There is no {place} here; Enter again keeps it as a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {codes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no group any more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeBar</name>
    <message>
        <source>{n} changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>The library is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of its database cannot be read. What can be read is recovered, and the rest filled in from the newest backup: now, or when Delegate Desk is started next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the library anew from its originals …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the look has come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rebuild from Originals…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look &amp;Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking over the library …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was found:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mending the library …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is made anew from the originals and the plain files beside it. The window closes meanwhile, and the database that is there is kept. This may take as long as bringing all documents in. Go on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was stopped; what is mended stays so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library could not be looked over.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChipButton</name>
    <message>
        <source>{part}, take out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>Understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or {reading}? Alt+{n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} delegations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conclusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no {place} in this document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wants “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChooseDocument</name>
    <message>
        <source>Compare {name} with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare {name} with: type a reference or words of the subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document held has these words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>What changed is saved. Backing it up …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the backup has come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodesField</name>
    <message>
        <source>{code} is no delegation&apos;s code.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring In Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents (*.pdf *.docx *.html *.htm *.txt *.zip *.eml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy files in a file manager first, or a text anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to bring in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>The library has no earlier revision of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with another document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is held in no other language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter open · Shift+Enter the old text · 1–9 show alone · 0 all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare all words that are printed, new and struck ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the texts without the changes they mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the texts as they would stand after the changes they mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To Word …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the comparison as a Word file (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonExport</name>
    <message>
        <source>Comparison to Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How changes are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonExportDialog</name>
    <message>
        <source>Word documents (*.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracked in Word: each can be accepted or rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the Council marks them: bold underlined, struck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}, side by side, with no annotation of ours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}, all of the text with its changes, with no annotation of ours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comparison {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source> now </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new: {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonPage</name>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the New Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the Old Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the Text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonSide</name>
    <message>
        <source>About the change at hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ours on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not certain: nothing is carried over by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old text could as well be gone, and this one be new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could also be:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our line on {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our position has a line on it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>change {n} of {count} · F8 next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 change · F8 next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} changes · F8 next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing {old} with {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsequencesDialog</name>
    <message>
        <source>What changed for us in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 thing of ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} things of ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>internal: for the capital alone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsequencesView</name>
    <message>
        <source>What changed for us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what was carried over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay the two documents side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To Word …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write this page to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this page as the text of a mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changed, and nothing of ours stood there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carried over: {n} placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of ours stood on {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at 1 note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at {n} notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Contributing</name>
    <message>
        <source>Others · {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in a contribution on {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which paper speaks on {name}: type a reference or words of the subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J K choose · 1–9 pick a place · P type one · 0 general · Enter open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContributionDialog</name>
    <message>
        <source>Bring In a Contribution on {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes, such as EL or EL, CY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Whose it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understood</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContributionsView</name>
    <message>
        <source>What others wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers brought in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring In a Contribution …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another place, such as 5(2)(a), and Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place of what is at hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contribution on {name} is brought in. Enter lets you choose a paper that is in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 without a place: a figure picks one, P types one, 0 makes it a general comment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} without a place: a figure picks one, P types one, 0 makes it a general comment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All have their place. Enter shows it, P gives another one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DamagedDialog</name>
    <message>
        <source>The library is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came from where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the recovery has come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a &amp;Backup Beside…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open as It &amp;Is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its database cannot be read ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damage was met in its database while it was open last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} It is in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Recover reads all that can still be read, fills in what is missing from the newest backup and from the plain files beside the database, and then lists what came from where. The damaged files are kept as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or a backup can be restored into another folder, beside this library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovering the library …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library was recovered. This came from where:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups (*{suffix} *.zip *.sqlite3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An Empty Folder for It</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring a backup …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup was restored; the damaged library stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} documents are in {folder}. To open it, start: delegate-desk --library &quot;{folder}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DelegationChooser</name>
    <message>
        <source>Your delegation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose position is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your delegation, or type its two letters. You are asked once; it is kept in this library.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the &amp;Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bring Back from the Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Empty the Trash …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep This Search No More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the O&amp;riginal File</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentsModel</name>
    <message>
        <source>{n} new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named by {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reference}, missing, {names}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentsView</name>
    <message>
        <source>Empty the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {what} for good?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their originals, annotations and positions go with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove for Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No documents yet: drop files here, or press Ctrl+O.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the library has these words; Ctrl+Shift+F searches the texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the Two</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dossiers</name>
    <message>
        <source>A paper may belong to a dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} papers may belong to dossiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper} to {dossier}: {reasons}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look and answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to Another Dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what the dossier is about, or its file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑↓ choose · Enter open · C compare · Shift+↑↓ two · M move · S stand apart · U as papers say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Drafting</name>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F8 next change · Esc, then J K go on and T takes over · Ctrl+E exports it to Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft on footnote {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Provision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the Provision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5, 7(f) or r34; empty for the very beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Around what is selected: [{words}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the words that are to stand in brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[Ours] beside the &amp;text&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[Ours] beside fallback &amp;{n}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[Ours] beside that of {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleared by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is changed afterwards is to be cleared again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Presidency, the delegations, …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version is kept as it went. What is changed afterwards belongs to the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as Sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DueEdit</name>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due: 14.10. 12:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A day, an hour or both: 14.10. 12:00, 2026-10-14, 12:00, +3 for in three days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a moment. {forms}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DueView</name>
    <message>
        <source>What is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due: a deadline is set in the card of an annotation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} deadlines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exchanging</name>
    <message>
        <source>Nothing to export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no annotations in the library yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web annotations (*.jsonld *.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import Annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the trash, where they stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was nothing to take in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a certain place, and listed under “What Has No Place”: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A document without a reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({language}) is not in the library; kept aside until it is: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken in, for {name} is not in the library and no document is open: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken in, for their words have no certain place in {name}: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken in, for they are no annotations: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken in, for they say and quote nothing: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken in, for they are too long: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their document</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export to Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capital, with what is internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Council: bold underlined, struck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word: tracked changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language of labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delegation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Position on {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Col&amp;umns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form&amp;at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before it goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y for a Mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before it goes: nothing was found to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing yet: there is no position for this audience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in the clipboard: paste it into a mail.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FacetsPane</name>
    <message>
        <source>Narrow the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts by language, year and type stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>said in meetings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>It is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back: {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several with semicolons between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put right by hand. Read: {read}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Internal · stays with us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} (internal)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All fields are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} on {label}, internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} on {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why; it goes out with the position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons, for the table; they go out with the position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes: DE, FR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One a line, the best first; Alt+↑ and Alt+↓ move one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we cannot go below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the capital says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who, where, when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits, who to call: never leaves with what circulates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With commas between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose wording was taken over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FiguresDialog</name>
    <message>
        <source>Figures for Votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year in which the figures apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percentages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures by member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source, such as the Decision and its Official Journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget what was entered for this year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These come with the program. What you enter stands before them; they can be had back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no full figures of this year; enter what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {count} members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together: {total} · {known}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>A file of this name is there and will be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>{n} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in this document</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message>
        <source>What you typed last cannot be saved, and would be lost. It locks as soon as that is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is not locked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeaderDialog</name>
    <message>
        <source>What the First Page Says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is marked was read with little confidence: put it right, or say that it is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it was read with confidence. What you write here stays, whatever is read later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HitMenu</name>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in a &amp;Tab of Its Own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look at It Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {document}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HitPainter</name>
    <message>
        <source>{n} shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} hits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HitsModel</name>
    <message>
        <source>on {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also in {places}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaving out: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spelt “{what}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With any ending of the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other accents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longer word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>like spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the other hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the other {n} hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said in meetings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for this query. These find something:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HolderCombo</name>
    <message>
        <source>Who holds the reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>our own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>text from the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Judgement</name>
    <message>
        <source>Bold and underlined words are emphasis here: you said so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document marks its own changes: you said so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document marks its own changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bold and underlined words are &amp;new, struck ones gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bold and underlined words are &amp;emphasis</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Held in no other language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>en</source>
        <comment>the code of the language that the window speaks: en, el or fr</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reference} is not in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reference in this paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl and a click follow it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>↑↓ choose · Shift+↑↓ several · Enter open · Ctrl+Enter new tab · C change · Space done · I internal · T tags · Del trash · F6 narrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑↓ choose · Enter open · Ctrl+Enter new tab · Space done · Ctrl+P print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} due within a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Nothing is open: Ctrl+L for the library, Ctrl+Shift+F to search, Ctrl+O for files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {count} · F3 next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑↓ choose · Enter open · Space look · Ctrl+Enter new tab · F3 next · F6 narrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delegate Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search documents, notes and positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop bringing documents in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is due (Ctrl+Shift+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delegate Desk never opens a network connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop &amp;Watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bring In Documents …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read PDF, Word, web and text files, archives and mails into the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste Files or Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Watch a Folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in whatever is put into a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What Changed for Us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the document in front made of our proposals, red lines, reservations and questions on the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look at What Was Carried Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where notes belong whose place is not certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carry &amp;Over from the Revision Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring annotations, interventions and our position along; doing it again adds nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Changed for Us to W&amp;ord …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy What Changed for Us as Mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what leaves, and write it as a Word file, PDF, web page or text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;Annotations …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write all annotations that circulate to a file; internal ones if you choose so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import Annotations …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in web annotations of this program or another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;Original File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read the Original Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it as this version of the program does; corrections, annotations and positions stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read What an Ol&amp;der Version Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again all documents that an older version of the program read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move to the Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;mpty the Trash …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with C&amp;itation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the First &amp;Page Says …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put right what was read of reference, date, sender and the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find in This Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Narrow the Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep This Search …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For&amp;get the Recent Searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Library Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paragraph Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page of the Ori&amp;ginal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foot&amp;note of the Paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow a &amp;Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same Place in Another Lang&amp;uage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Page of the Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Page of the Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lar&amp;ger Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;Marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Before the Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;After the Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What &amp;Bold Words Mean …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our &amp;Proposals in the Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare With the Revision &amp;Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare With …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Languages Side by Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;One Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous Paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;Heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous H&amp;eading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to a Place …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para&amp;graph Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous T&amp;ab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Commands …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Red Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Scrutiny Reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Parliamentary Reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Linguistic Reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reser&amp;vation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support (&amp;Yes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Drafting Suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All &amp;Annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Is D&amp;ue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy for a &amp;Mail …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what leaves, and put it in the clipboard as text and as a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;hrases …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put in a text of your own, or keep one, by its keyword</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Has No P&amp;lace …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New Provision Behind This One</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose a provision that is not in the text, behind the one at hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete the Provision, or Keep It</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose that the provision at hand goes; once more lets it stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move the Provision…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose another place for the provision at hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a &amp;Field…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Justification, joint delegations, fallbacks, red line, instruction, priority, tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep the Change and Go On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the change at hand as it is, and go to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the Change &amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the source stand again at the change at hand, or in what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square &amp;Brackets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put words in square brackets, or alternatives beside each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take Over a Wording of Others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over what others propose on the provision at hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who cleared the position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as &amp;Sent…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say to whom the position went: this version is then kept as it went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw the position as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Versions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare versions of the position, and see what became of each field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Timeline of the Dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the documents of this negotiation in order of time, with those that are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;osition on This Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What Others Wrote on This Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the written contributions of other delegations by provision, and place what found no place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring In a &amp;Contribution …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a paper of other delegations that is held as their comments and wordings on this document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Meeting Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sit in the meeting that the document in front calls or is about, or leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New Meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a meeting by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Capture Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add an Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Was Said &amp;Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that was said on the paragraph at hand, in this and in other meetings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matri&amp;x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M&amp;eeting Report …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the report of the meeting as a Word file or as plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y Report for a Mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report as plain text, as it circulates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix to &amp;Word …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the matrix as a Word file that prints on A4 landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Speaking Note …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what we say in the meeting, in the order of its agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count a &amp;Vote …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Majorities, populations and who could block: a calculation, not an official result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back Up …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups and Where They &amp;Are …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore a Backup …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pack for a Colleague …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unpack …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Shared Folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;eople …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passp&amp;hrase …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check the Library …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Report for Support …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Delegate Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the &amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ManageDialog</name>
    <message>
        <source>Passphrase of today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library is encrypted. What is done here asks for its passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups made before open with the passphrase that they were made with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Change the Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn Encryption &amp;Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lock after minutes without a key or the mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes without a key or the mouse after which it locks; 0: never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It also locks before the computer sleeps. Only what is pressed in Delegate Desk counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on the library opens with the new one; write it down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turning encryption off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is not encrypted any more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Masthead</name>
    <message>
        <source>previous: {documents}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure of: {fields}. Ctrl+I puts it right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 annotation or line has no place in this reading: Ctrl+Shift+U.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} annotations or lines have no place in this reading: Ctrl+Shift+U.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put right by hand: {fields}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} on {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing said</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixPane</name>
    <message>
        <source>Who says what stands here, by paragraph, as lines are caught.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix and our line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our line on {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet: Ctrl+D opens our position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposal: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>Matrix: delegations by paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeasureBar</name>
    <message>
        <source>Taken: {share}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Meeting</name>
    <message>
        <source>Meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item, matrix, report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetingView</name>
    <message>
        <source>Matrix of which item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All items</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemberList</name>
    <message>
        <source>Members and how they vote</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NarrowingPane</name>
    <message>
        <source>Narrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewMeetingView</name>
    <message>
        <source>Begin (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin the meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who meets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working Party on …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10:00, may be empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items and their documents are added afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who meets is to be named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{typed} is no day: 14.10.2026.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is no time of day: 10:00.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteEdit</name>
    <message>
        <source>[[ links to a place, a document or, with @, a note · - [ ] is a box to tick</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Close the notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Noticing</name>
    <message>
        <source>Delegate Desk broke off last time. What was saved is safe. Help &gt; Report for Support says where it happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} copies this library&apos;s folder to other computers, which can damage it: open it on one computer at a time, or keep it in another folder and work with others through packages or a shared folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the library&apos;s folder a service made copies of files that were written on two computers at once ({files}). Help &gt; Check the Library brings together what either wrote. Have only one computer write the library from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you begin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OriginalView</name>
    <message>
        <source>Page of the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous page (Ctrl+PgUp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page (Ctrl+PgDown)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller page (-)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger page (+)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As wide as the pane (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the page (F4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page {n} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OtherCard</name>
    <message>
        <source>Open it where it stands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OtherWording</name>
    <message>
        <source>nobody named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T takes this wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T takes this wording over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this line over into ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the line of another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays removed, though they send it again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OthersBox</name>
    <message>
        <source>Others on {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that others wrote or said on it is held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of others where we have none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OursBox</name>
    <message>
        <source>What changed for us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {n} on one page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On one page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what changed for us on one page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain where it belongs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept where it was, with its last text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{old}” is now “{new}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” came in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” is out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carried over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not carried over yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carry over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carry over what stands on the old document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paragraph gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at 1 note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at {n} notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what was carried over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutlineView</name>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No heading has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No headings here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Packing</name>
    <message>
        <source>Nothing to pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no documents in the library yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take In a Package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was nothing to take in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept aside until their documents are in the library: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken in from {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove what it brought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack for a Colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which documents leave, with what is on them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the f&amp;iles of the documents along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take along what is &amp;internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name, as your colleague sees it beside your notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of packing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pack</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PackingDialog</name>
    <message>
        <source>a colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal are notes marked so, and of positions the fallbacks, red lines, instructions and notes: your colleague would see them all. The package says that they are in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages (*{s})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, the document in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its dossier: {n} documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All with notes or a position: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in the library: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their files: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines of positions: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed on from others: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What leaves: {counted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of these internal: {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal, and stays here: {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packing {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kilobytes} kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is internal is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {file}, {size}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Footnotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>our proposal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParagraphModel</name>
    <message>
        <source>our position</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name, as colleagues see it beside your notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colleagues see it beside the notes that you pack for them. No export to Word bears it: its author is the delegation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People whose packages came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove All of Theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take Nothing More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For one who left: what they put into the shared folder is not taken in any more. What is here stays until you remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>a colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} (nothing more is taken)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No package of anybody came yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take Nothing More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed, and stays so though they send it again; what they write anew comes. Undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they put into the shared folder is taken in again, with the next exchange.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more of theirs is taken from the shared folder. What is here stays until you remove it; a package that you open yourself is taken in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhrasesDialog</name>
    <message>
        <source>Phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyword, or words of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Put In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No phrase has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No phrase yet. “New” keeps one: words that you chose where you write come along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thanks, parliamentary reservation, …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyword</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceBar</name>
    <message>
        <source>No such place here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceFinder</name>
    <message>
        <source>{name} has no place “{typed}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceLine</name>
    <message>
        <source>Number of the provision, as printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New, behind {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New, at the very beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes behind {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the very beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave It Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is to go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep It</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}, as</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PositionHead</name>
    <message>
        <source>Clear…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who cleared the position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as Sent…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say to whom the position went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw the position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare versions, and see what became of each field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position of {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {name} · {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 provision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} provisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 with a wording of our own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} with wordings of our own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PositionSide</name>
    <message>
        <source>About the position</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PositionTexts</name>
    <message>
        <source>General comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we say on the document as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instructions, limits, who to call</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Positions</name>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal notes · never leave with what circulates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a provision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a provision: type a place, such as 11, 7(f) or r34, and press Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PositionsView</name>
    <message>
        <source>the whole document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provision yet: Ctrl+D on a paragraph of the text drafts on it, or type a place here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>not chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word documents (*.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>A look at the hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens · Space or Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Provision</name>
    <message>
        <source>Provision {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wording of {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the new provision is to say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be done with {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {label} in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the provision {label}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueryChips</name>
    <message>
        <source>How the query was read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document marks its own changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, and how to say otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New words underlined, words that are gone struck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text without the changes that it marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text as it would stand after its changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous place found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to: 7, 7f, 5(2)(a), r34, annex 1 p 3, fn 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemarkList</name>
    <message>
        <source>To look at before it goes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>With the codes of delegations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delegations counted, not named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{marking} on each page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 item spoken on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} items spoken on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report on {body}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix of {body}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaking note for {body}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reporter</name>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in Delegate Desk. What was saved is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report holds no text of any document. It is also in the log: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go On</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rereading</name>
    <message>
        <source>This version of the program has read all documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything was read again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Revising</name>
    <message>
        <source>For us · {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carried over · {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑↓ choose · Enter open · Ctrl+Enter new tab · Ctrl+E to Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J K choose · 1–9 pick a place · 0 nowhere · Enter open · Ctrl+Z undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Compare With …” lays it beside any document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library has no earlier revision of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing {old} with {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carried over to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds what is internal: paste it into a mail to the capital alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed for us is in the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoomPanes</name>
    <message>
        <source>No document of this item is held. Missing: {names}. Drop it here, or Ctrl+O.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This item names no document. What is said is kept all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was said on this item yet. Type who speaks, a sign, where, and words: DE+ 10 agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said on {place}, in all meetings · Ctrl+H shows the item again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was said on it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>item {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meeting as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 intervention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} interventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 delegation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} delegations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix · item {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaidModel</name>
    <message>
        <source>{n} delegations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conclusion</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaidView</name>
    <message>
        <source>What was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Meeting as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit	F2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete	Del</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find words with any ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds other forms of the words too; turn it off for the forms as typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter keeps it · Esc does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Every command by its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab takes the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>This search could not be run. What was found before stays in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type words, a phrase in quotes, or a filter such as &lt;b&gt;lang:el&lt;/b&gt;, &lt;b&gt;after:2019-06&lt;/b&gt; or &lt;b&gt;in:notes&lt;/b&gt; into the box above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to look for in this query yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found. Fewer words, or the beginning of a word with &lt;b&gt;*&lt;/b&gt;, find more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SendPane</name>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what leaves, then write, print or copy it (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet: write general comments or draft on a provision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found to look at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before it goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will leave</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SentRow</name>
    <message>
        <source>Sent to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Presidency, the delegations, …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as &amp;Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent from here. Say to whom it goes, and this version is kept as it went.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say first to whom it goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept: {file} went to {whom}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetDialog</name>
    <message>
        <source>The general protection of a laptop is full-disk encryption, which is on or off in the system&apos;s own settings: with it nobody reads this library, or anything else, while the laptop is off. Ask whoever looks after the laptop whether it is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase protects this library beyond that: while the laptop is on and the library is locked, and in every copy of its folder. The documents, the notes, the search index and the backups in the folder are written anew, encrypted. What left it before, such as exports, packages and backups in a second place, is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lost passphrase is a lost library. It is kept nowhere and cannot be reset: nobody can help, neither your administrator nor the makers of Delegate Desk. Write it down, and keep that where only you go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I &amp;know that without it nobody can open this library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Encrypt the Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypting the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is encrypted now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>From the shared folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to go there goes as soon as it can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent: notes {notes}, lines {lines}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New or changed by others: {several}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read yet; it may still be on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new, here or there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colleagues who share one folder, carried by Syncthing, Nextcloud or a network drive, see each other&apos;s notes and lines. Nobody&apos;s own are ever changed by it. Delegate Desk itself opens no connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder that is shared in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the &amp;Folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop Sharing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also the files of the &amp;documents that the notes and lines are on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also what is &amp;internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it only what circulates is shared. What went there once stays there: whoever can read the folder reads it, and whoever can write in it can write under any name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Exchange Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharingDialog</name>
    <message>
        <source>Nothing is shared yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share in Which Folder?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared no more. What came stays here, and what went there stays there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>Where paragraphs stand is not known yet: File, Read the Original Again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sitting</name>
    <message>
        <source>in the library: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F5 leaves</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Speaking</name>
    <message>
        <source>{n} delegations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{codes} speaking {minutes}:{seconds:02d}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Saving …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marking: {marking}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making searchable: {n} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {n} of {of}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>footnote {n} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paragraph {n} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SupportDialog</name>
    <message>
        <source>Report for Support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is all that the report says: versions, sizes, numbers and the program&apos;s log. It holds no text, title, note or name of a file or person. Nothing is sent anywhere: copy it, or save it, and send it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking over the library …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Open tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position · {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Ctrl+W)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagsEdit</name>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TheirCard</name>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply to the annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy to Ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a note of ours that says the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the annotation of another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays removed, though they send it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⌂ internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} by {author}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TickBar</name>
    <message>
        <source>{n} paragraphs with words found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineList</name>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in a New &amp;Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare with the One Before, or the First and Last Chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move Its Family to Another Dossier …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let Its Family Stand &amp;Apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let Its Papers &amp;Say Where It Belongs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It &amp;Belongs Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Not This One</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Can Be Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>May belong to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May belong here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {n} likeliest of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelinePainter</name>
    <message>
        <source>C  compare {old} with {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C  compare with {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A  accept · Del  not this one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline of the dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents of the dossier in order of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is held that came before {name}: choose two documents to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not held cannot be compared: choose two documents that are held.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>&amp;Undo {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of our position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of a phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of a choice of dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of what others wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of what a package brought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of a line of the meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} on {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of the language that the window speaks: en, el or fr</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what I &amp;type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is locked. Its passphrase:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Unpacking</name>
    <message>
        <source>Take In a Package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the package brings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of taking in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take In</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnpackingDialog</name>
    <message>
        <source>{file}, packed by {person}, {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is internal is in it: it was chosen so, and is not to go further.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed by both: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdrawn: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held already: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed here, and stay so: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ours, and stay as they are: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>documents that come along: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of yours is changed: what others wrote stands beside it, with their names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This package was taken in before; to repeat it is harmless.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept aside until their documents are in the library: {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, for they are no notes or lines: {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version packed it: what this one does not know is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by both: theirs stands beside ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn by who wrote it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed here, and stays so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ours, and stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents that come along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents that are not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for its document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking in {file}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnplacedDialog</name>
    <message>
        <source>What Has No Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the place proposed, or go to the paragraph where one belongs and fix it there. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix to {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix to the Paragraph at Hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do Without</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>What you typed last is not saved: the library cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk, and it is saved by itself. Or copy it and keep it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy It and Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close &amp;Without It</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictChips</name>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, show alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these alone · key {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these alone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions of Our Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The older version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newer version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History of which fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>general comments, notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is one version. Once it is marked as sent it is kept as it went, to be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 provision differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} provisions differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VoteDialog</name>
    <message>
        <source>Count a Vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of the year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ for · − against · 0 abstains · Del not heard · Space the next of these · / takes part or not · two letters go to a member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The others for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let all who are not heard be in favour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin the count anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the figures and edit them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as: {sets}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article 238(3) TFEU: only those who take part are counted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VotePane</name>
    <message>
        <source>Vote as it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the vote member by member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{no_result} In favour: support, can accept. Against: oppose, red line, reservation. All others, also with a scrutiny reservation or a condition, count as not heard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Watcher</name>
    <message>
        <source>Watch a Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} came in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a watched folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkDialog</name>
    <message>
        <source>Until it is done, all is as it was: it can be stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Dialog</name>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what I &amp;type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase is to be filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>About Delegate Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delegate Desk {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Council documents on the delegate&apos;s own desk. It opens no network connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type: Source Serif 4 and Inter, under the SIL Open Font License. Icons: Lucide, under the ISC license.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>browsewords</name>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reservation of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By due day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to a week ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to a month ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to a year ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>our own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow {hour}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>carrying</name>
    <message>
        <source>To look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraph gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left where it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered there, it goes on to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{old}, now {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{thing} on {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intervention</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>changewords</name>
    <message>
        <source>same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renumbered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reworded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} reworded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} renumbered only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provision gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place not certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nowhere, as you said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paragraph gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placed by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verdict}, its words are gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was nothing to carry over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 waits in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} wait in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not certain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comparewords</name>
    <message>
        <source>{n} not certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} with marks that are not true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} differ in number, structure or length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its words stand once in each text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it stands between the same neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it stands at the same place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing else is as like it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its words are shared out, or several bring theirs together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other text has nothing like it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is like it differs in what counts: a number, a negation, an institution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several are as like it, and nothing tells which it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked as new, but was there before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new, but not marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked as gone, but was not there before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone, but not marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compared in {n} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 provision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} provisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{old} → {new} provisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} alike</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consequences</name>
    <message>
        <source>{total}, all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{old}, now {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our proposals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our red lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our reservations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our open questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposals of others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for in meetings, and now in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All other changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weightiest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our proposal on {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} on {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} on {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another language: not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was {place}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>context</name>
    <message>
        <source>{n} more before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {name}, {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {name}, {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>footnote {label}: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reference} is not in the library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>contribution</name>
    <message>
        <source>Without a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By provision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no provision named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new · {paper}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} wordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 part has no place yet: you are shown where it may belong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} parts have no place yet: you are shown where they may belong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All parts have their place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delegations: {codes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper does not say everywhere whose it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dossierwords</name>
    <message>
        <source>revision {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>addendum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrigendum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put here by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not held; a later revision tells of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not held; named by {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position on {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spoken on {n} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} not held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names the file {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is about {said} as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is named by {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>like words in the subject: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same codes: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the same weeks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>it is encrypted; save it without a password and bring it in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged and cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no text in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files of this kind are not read; save it as PDF, .docx, .html or .txt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is classified, and classified documents must not be kept here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not taken in: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is an OpenDocument text; save it as .docx and bring that in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is in Rich Text Format; save it as .docx and bring that in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is in the format of an old word processor; save it as .docx and bring that in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is in Outlook&apos;s own format; save the message as .eml or .html and bring that in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a spreadsheet; save or print it as PDF and bring that in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a presentation; save it as PDF and bring that in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a picture; let a program with text recognition save it as PDF and bring that in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is an archive of a kind that is not opened; unpack it and bring in the folder, or a .zip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is in the format of Pages; export it as Word or PDF and bring that in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a package from a colleague; take it in with File &gt; The Library &gt; Unpack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not there or cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no Word file; save it as .docx or .dotx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is encrypted or in an old format; save it as .docx without a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has macros; save it as .docx or .dotx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes pictures or texts from elsewhere; put them into it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program&apos;s object is embedded in it; make it a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds comments or tracked changes; settle them first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template {file} was not taken: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is in the library already, as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is in the library, as {name}: its original, damaged or missing before, is whole again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This counts a member twice: {codes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This counts a member that takes no part: {codes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This declares an abstention of a member that does not abstain: {codes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A vote needs members that take part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no position on {name} yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The position on {name} was sent: a change begins its next version, which can be cleared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The position on {name} is withdrawn: a change begins a new draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who cleared the position on {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say to whom the position on {name} was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures are not kept: {detail} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures are not kept: {detail} is no member of that year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures are not kept: {detail} has no population.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures are not kept: the percentages add up to {detail}, not to 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures are not kept without their source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no backup of Delegate Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged or not whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a newer version of Delegate Desk made it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds what no backup of Delegate Desk holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not restored: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no package of Delegate Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged or not whole; ask for it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not what was packed; ask for it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a newer version of Delegate Desk packed it; update this one, or ask for an older format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too large, or would be when unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it holds bears names that no package has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it says is not what a package says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not taken in: {reason}. The library is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are no annotations in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is held in several languages: {languages}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no place “{typed}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These words do not stand in that paragraph of {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This field cannot be “{typed}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{old} and {new} were not compared ({detail}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes are carried to another document: both are {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in {paper} was understood as written on {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} is not the code of a delegation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no agenda: it lists no items of a meeting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This meeting is not in the library any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agenda of {body} has no item {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a meeting {reference} already, in the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a meeting {reference} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {folder} cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {folder} was written by a newer version of Delegate Desk; it is left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {folder} is damaged ({reason}); it is left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing the library {folder}; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left for the library {folder}; nothing that was saved is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not written: {reason}. What was there is untouched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is open in another program: close it there first, or delete {mark} if it was left behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is open in another program: close it there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no position on {name} to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A phrase needs a keyword and a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our position on {name} has no version {version}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody took a stance in the meeting of {body} yet: there is no matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no full table of populations for {year}; there are tables for {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not written: annotations leave as {types}, by the ending of the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another person wrote this: answer it, copy it, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody, or more than one, of those met is called “{typed}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup of the library {folder} was not kept: {reason}. Those that are there stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is not empty, and a backup is never restored over anything: choose a new folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not written: choose a new file outside the library; only an older backup is replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second place for backups, {folder}, is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} cannot be shared in: it is not there now, or it is in the library itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {folder} is not opened, for it stands on a network share ({kind}), where a database can be damaged: keep it in a folder on this computer, and work with others through packages or a shared folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {folder} is encrypted: it opens with its passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the passphrase of the library {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase needs {least} characters or more; several words are best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings were not kept in {file}: {reason}. Those that were kept before stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {folder} was not recovered ({reason}); all is as it was. A backup can be restored beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase was typed in two ways; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds the key of the library and cannot be used ({reason}). Nothing was changed: bring this file back from a copy of the library&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {folder} is encrypted already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {folder} is not encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {number} of {file} cannot be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>manual</name>
    <message>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mend</name>
    <message>
        <source>documents: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paragraphs: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positions: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines of positions: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meetings: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines caught: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposals of others: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phrases: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>further entries: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged ({reason}). Mend closes the window, recovers what can be read and fills it in from the newest backup; the damaged files are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original of {name} is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original of {name} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Originals that belong to no document: {count}. Mend brings them in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search index lags behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search index was damaged, and was made anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A service made copies of files that were written on two computers at once ({count}). Mend brings together what either wrote, and puts the copies aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is whole: the database, the index and {count} originals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original of {name} was taken from the second place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} named an original that is not there, and names its own again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of {name} was read again from its original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} belonged to no document and is one again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} belongs to no document and could not be read; it stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of {name} could not be read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No copy of the original of {name} was found: bring the file in again, or plug in the second place and mend again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search index was made anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half-copied files deleted: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was nothing to mend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From what was written on another computer at once: {rows}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different on both: {count}. The later stays; the other is in merged.json, beside the copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} came without its file: bring the file in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copies are kept in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document could be read. Originals that are there are brought in again; a backup can be restored beside this library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a place, and kept with the damaged files in left.json: {rows}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the database that could not be told apart: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The damaged files are kept in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from the damaged database: {rows}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the backup {name}: {rows}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the plain files beside it: {rows}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in every new library: {rows}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is of {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrutiny reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parliamentary reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linguistic reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafting suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support if amended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oppose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bulgaria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Germany</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>France</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Croatia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cyprus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latvia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lithuania</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hungary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Austria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Romania</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slovenia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slovakia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Czech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Irish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maltese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stamped PUBLIC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type as printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interinstitutional files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commission documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bold and underline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file tracks its own changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words are struck beside words in bold or underlined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words are struck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words are in bold and underlined at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no words within a sentence are in bold, underlined or struck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most of the text is in bold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the paper says what its bold or underlined words mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the paper calls itself a compromise and has words in bold or underlined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dots in brackets stand for words left out, beside words in bold or underlined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words within recitals and articles are in bold or underlined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words are in bold or underlined, but nothing says that they are new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hardly any text beside a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text that was recognised from a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a broken text layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing that can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word of hidden text is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words of hidden text are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comment is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comments are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inserted file is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inserted files are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>footnote that is called nowhere is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>footnotes that are called nowhere are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macros are not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scripts are not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>actions of the file are not carried out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a template elsewhere is not fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entities that the file declares are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a call to another page is not followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>styles elsewhere are not fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture elsewhere is not fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures elsewhere are not fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embedded file is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embedded files are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frames are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part elsewhere is not fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parts elsewhere are not fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link to a file elsewhere is not followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>links to files elsewhere are not followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>field that calls a program or another file is not carried out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fields that call a program or another file are not carried out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} on pages {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} on page {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the {language} text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fn {label}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>originals</name>
    <message>
        <source>Show the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy that can be read without the passphrase?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library is encrypted, and another program can open {name} only where it stands readable. You choose where the copy goes; it stays there until you delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a Copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a Readable Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>position</name>
    <message>
        <source>General comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Justification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joint with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wording of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>—  none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1  highest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2  middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3  low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version {n}, cleared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version {n}, sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version {n}, withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cleared by {who}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not cleared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent to {whom}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent, and kept as it went: what you change begins draft {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleared: what you change now is to be cleared again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn: what you change makes it a draft again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to go</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reporting</name>
    <message>
        <source>It holds what circulates. Paste it into a mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is in the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>send</name>
    <message>
        <source>Position paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redline in the text itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text with our comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compilation of delegations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capital, with what is internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Council: bold underlined, struck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word: tracked changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafting | Comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article | Text | Drafting | Comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article | Text | Drafting | Justification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who gets it sees general comments, stances, wordings, comments, justifications, joint delegations and notes for circulation. A red line reads as opposed. Nothing internal is in it, nor any person’s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the capital alone: beside what circulates it shows fallbacks, red lines, instructions, internal notes and priorities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not said whose position it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes in the name of {words}, which is not ours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joint with ourselves: {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} speaks for another: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} is held and newer: this answers the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will bear no marking, though papers like it do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} names what is not there: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: nothing is said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wording proposed is what the text says already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} may say what is internal: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: Word has no such characters, they are left out: {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: square brackets are open: “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our own look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 provision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} provisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{marking} on each page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 internal words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 internal text is in it: not for circulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} internal texts are in it: not for circulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original is no Word file: its text is set anew with the same numbering, and says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On paper, as PDF, page or text it is set anew: only the Word file is the very file with our changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This wording could not be laid into the file: it is not in the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template has a place {place} that nothing is known of: it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template’s place for the text is in a table, a box, a head or a foot: the text goes to the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another template…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template of the House</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word documents and templates (*.docx *.dotx)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>strength</name>
    <message>
        <source>Too short: at least {least} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long enough, but nearly the same character throughout: easy to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short: a machine that tries passphrases may find it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair. Longer is better: four or five words that do not belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long: good.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>votewords</name>
    <message>
        <source>for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abstains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abstains with a declaration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not take part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qualified majority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reinforced qualified majority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simple majority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unanimity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article 16(4) TEU: 55 % of the members, 65 % of the population</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article 238(2) TFEU, without a proposal of the Commission: 72 % of the members, 65 % of the population</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article 238(1) TFEU: more than half of the members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article 238(4) TFEU: an abstention does not prevent it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without Denmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without Ireland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without Denmark and Ireland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The euro area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>four</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>five</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adopted, as it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not adopted, as it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {n} of {needed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Population {share} % of {needed} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocking: {codes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No minority can block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocking with {codes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocking with {codes} or {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocking with {number} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocking with {codes} and {number} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not with {codes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prevented by declared abstentions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} not heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not heard: {codes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{codes} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact figures of {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounded percentages of {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entered on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A calculation, not an official result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures are rounded, and rounding decides here: enter the exact ones to be sure.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
