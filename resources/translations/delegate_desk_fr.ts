<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">
<context>
    <name>AdoptionBar</name>
    <message>
        <source>Taken on board: {share}</source>
        <translation>Repris&#xa0;: {share}</translation>
    </message>
</context>
<context>
    <name>AdoptionLine</name>
    <message>
        <source>in {name}</source>
        <translation>dans {name}</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>Meeting</source>
        <translation>Réunion</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Ordre du jour</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>Ajouter un point</translation>
    </message>
    <message>
        <source>Add an item: title, document numbers</source>
        <translation>Ajouter&#xa0;: titre, numéros</translation>
    </message>
</context>
<context>
    <name>AgendaModel</name>
    <message>
        <source>{reference} · not in library</source>
        <translation>{reference} · absent</translation>
    </message>
    <message>
        <source>{reference}, not in library</source>
        <translation>{reference}, absent</translation>
    </message>
    <message>
        <source>The meeting as a whole</source>
        <translation>La réunion dans son ensemble</translation>
    </message>
    <message>
        <source>1 intervention</source>
        <translation>1 intervention</translation>
    </message>
    <message>
        <source>{n} interventions</source>
        <translation>{n} interventions</translation>
    </message>
</context>
<context>
    <name>AgendaView</name>
    <message>
        <source>&amp;Open	Enter</source>
        <translation>&amp;Ouvrir	Entrée</translation>
    </message>
    <message>
        <source>&amp;Remove Item	Del</source>
        <translation>&amp;Retirer le point	Suppr</translation>
    </message>
</context>
<context>
    <name>AlliesView</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>This dossier</source>
        <translation>Ce dossier</translation>
    </message>
    <message>
        <source>This document</source>
        <translation>Ce document</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Dernière année</translation>
    </message>
    <message>
        <source>Allies</source>
        <translation>Alliés</translation>
    </message>
    <message>
        <source>Internal – never in an export for circulation.</source>
        <translation>Interne – jamais dans un export destiné à la diffusion.</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Interne</translation>
    </message>
    <message>
        <source>Too little is known: fewer than {n} common paragraphs.</source>
        <translation>Données insuffisantes: moins de {n} paragraphes communs.</translation>
    </message>
    <message>
        <source>With us</source>
        <translation>Avec nous</translation>
    </message>
    <message>
        <source>With us, meeting by meeting</source>
        <translation>Avec nous, réunion par réunion</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Agreement of pairs</source>
        <translation>Accord par paire</translation>
    </message>
    <message>
        <source>1 paragraph</source>
        <translation>1 paragraphe</translation>
    </message>
    <message>
        <source>{n} paragraphs</source>
        <translation>{n} paragraphes</translation>
    </message>
    <message>
        <source>In percent; below it the number of common paragraphs</source>
        <translation>En pour cent; au-dessous, le nombre de paragraphes communs</translation>
    </message>
</context>
<context>
    <name>AmendedView</name>
    <message>
        <source>The text as it would read. Not an official text.</source>
        <translation>Le texte tel qu’il se lirait. Ce n’est pas un texte officiel.</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>Instruction</translation>
    </message>
    <message>
        <source>Apply another act after it…</source>
        <translation>Appliquer ensuite un autre acte…</translation>
    </message>
    <message>
        <source>Applying {amending} to {base}</source>
        <translation>Application de {amending} à {base}</translation>
    </message>
    <message>
        <source>{base}, as amended by {amending}</source>
        <translation>{base}, tel que modifié par {amending}</translation>
    </message>
    <message>
        <source>Amended · {name}</source>
        <translation>Modifié · {name}</translation>
    </message>
    <message>
        <source>placed by hand</source>
        <translation>placée à la main</translation>
    </message>
    <message>
        <source>1 instruction was not applied</source>
        <translation>1 instruction n’a pas été appliquée</translation>
    </message>
    <message>
        <source>{n} instructions were not applied</source>
        <translation>{n} instructions n’ont pas été appliquées</translation>
    </message>
    <message>
        <source>Place here…</source>
        <translation>Placer ici…</translation>
    </message>
</context>
<context>
    <name>AnnotationCard</name>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Choose another kind</source>
        <translation>Choisir un autre genre</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>Visibilité</translation>
    </message>
    <message>
        <source>Carried over from</source>
        <translation>Reportée de</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Mark for circulation</source>
        <translation>Marquer pour diffusion</translation>
    </message>
    <message>
        <source>Mark as internal</source>
        <translation>Marquer comme interne</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ fait</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>Marquer comme fait</translation>
    </message>
    <message>
        <source>Status: done</source>
        <translation>Statut&#xa0;: fait</translation>
    </message>
    <message>
        <source>Status: open</source>
        <translation>Statut&#xa0;: ouvert</translation>
    </message>
    <message>
        <source>↗ circulation</source>
        <translation>↗ diffusion</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>interne</translation>
    </message>
    <message>
        <source>Included in exports for circulation. Press to mark as internal.</source>
        <translation>Part avec un export diffusé&#xa0;: appuyer pour la retenir</translation>
    </message>
    <message>
        <source>Not included in exports for circulation. Press to mark for circulation.</source>
        <translation>Ne part jamais avec un export diffusé&#xa0;: appuyer pour l’autoriser</translation>
    </message>
    <message>
        <source>Visibility: circulation</source>
        <translation>Visibilité&#xa0;: diffusion</translation>
    </message>
    <message>
        <source>Visibility: internal</source>
        <translation>Visibilité&#xa0;: interne</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>Écrire…</translation>
    </message>
    <message>
        <source>Reply: {kind}</source>
        <translation>Réponse&#xa0;: {kind}</translation>
    </message>
    <message>
        <source>! overdue since {when}</source>
        <translation>! en retard depuis {when}</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>échéance {when}</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Texte de la note</translation>
    </message>
    <message>
        <source>Reply to the note</source>
        <translation>Répondre à la note</translation>
    </message>
    <message>
        <source>Move the note to the trash</source>
        <translation>Déplacer la note vers la corbeille</translation>
    </message>
    <message>
        <source>✓ answered</source>
        <translation>✓ répondu</translation>
    </message>
</context>
<context>
    <name>AnnotationFilterPane</name>
    <message>
        <source>Filter notes</source>
        <translation>Affiner les notes</translation>
    </message>
    <message>
        <source>Created from: a day, month or year</source>
        <translation>Faites à partir du&#xa0;: jour, mois ou année</translation>
    </message>
    <message>
        <source>Created from: 2026-11-25</source>
        <translation>Faites dès&#xa0;: 2026-11-25</translation>
    </message>
    <message>
        <source>Created until: a day, month or year</source>
        <translation>Faites jusqu’au&#xa0;: jour, mois ou année</translation>
    </message>
    <message>
        <source>Created until: 2026-11</source>
        <translation>Jusqu’au&#xa0;: 2026-11</translation>
    </message>
    <message>
        <source>Not a date. Examples: 2026-11-25, 2026-11, 2026</source>
        <translation>Ce n’est pas une date. Exemples&#xa0;: 2026-11-25, 2026-11, 2026</translation>
    </message>
</context>
<context>
    <name>AnnotationList</name>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Genre</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fait</translation>
    </message>
    <message>
        <source>Not Done &amp;Yet</source>
        <translation>Pas en&amp;core fait</translation>
    </message>
    <message>
        <source>&amp;Internal</source>
        <translation>&amp;Interne</translation>
    </message>
    <message>
        <source>For &amp;Circulation</source>
        <translation>Pour &amp;diffusion</translation>
    </message>
    <message>
        <source>&amp;Done / Reopen</source>
        <translation>&amp;Fait, ou de nouveau ouvert</translation>
    </message>
    <message>
        <source>&amp;Internal / Circulation</source>
        <translation>&amp;Interne, ou pour diffusion</translation>
    </message>
    <message>
        <source>T&amp;ags…</source>
        <translation>É&amp;tiquettes…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>Move to the T&amp;rash</source>
        <translation>Mettre à la cor&amp;beille</translation>
    </message>
</context>
<context>
    <name>AnnotationListModel</name>
    <message>
        <source>answer</source>
        <translation>réponse</translation>
    </message>
    <message>
        <source>circulation</source>
        <translation>diffusion</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>interne</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>en retard</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>échéance {when}</translation>
    </message>
</context>
<context>
    <name>AnnotationListsController</name>
    <message>
        <source>1 more</source>
        <translation>1 de plus</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} de plus</translation>
    </message>
    <message>
        <source>Show deadlines</source>
        <translation>Afficher les échéances</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Échéances</translation>
    </message>
    <message>
        <source>{n} overdue</source>
        <translation>{n} en retard</translation>
    </message>
    <message>
        <source>{n} due within a day</source>
        <translation>{n} à échéance sous un jour</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>en retard</translation>
    </message>
</context>
<context>
    <name>BackupController</name>
    <message>
        <source>library</source>
        <translation>bibliothèque</translation>
    </message>
    <message>
        <source>Backups (*{suffix})</source>
        <translation>Sauvegardes (*{suffix})</translation>
    </message>
    <message>
        <source>Back Up the Library</source>
        <translation>Sauvegarder la bibliothèque</translation>
    </message>
    <message>
        <source>Backup verified: {file}, {count} documents with their originals, {size}.</source>
        <translation>{file} a été rouvert et est intact&#x202f;; documents avec leurs originaux&#xa0;: {count}, {size}.</translation>
    </message>
    <message>
        <source>The original of {name} is missing.</source>
        <translation>L’original de {name} manque.</translation>
    </message>
    <message>
        <source>The original of {name} is damaged.</source>
        <translation>L’original de {name} est endommagé.</translation>
    </message>
    <message>
        <source>Backup complete</source>
        <translation>Sauvegarde faite</translation>
    </message>
    <message>
        <source>The backup is in the library folder. It will be copied to the second location as soon as that is available.</source>
        <translation>La sauvegarde est dans la bibliothèque&#x202f;; elle sera copiée là-bas dès que possible.</translation>
    </message>
    <message>
        <source>Second backup location</source>
        <translation>Second emplacement des sauvegardes</translation>
    </message>
    <message>
        <source>Backups (*{suffix} *.zip *.sqlite3)</source>
        <translation>Sauvegardes (*{suffix} *.zip *.sqlite3)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Restore a Backup</source>
        <translation>Restaurer une sauvegarde</translation>
    </message>
    <message>
        <source>Restore to Which Folder?</source>
        <translation>Dans quel répertoire restaurer&#x202f;?</translation>
    </message>
    <message>
        <source>Delegate Desk restored</source>
        <translation>Delegate Desk restauré</translation>
    </message>
    <message>
        <source>{count} documents were restored to {folder}. The open library is unchanged.</source>
        <translation>Documents restaurés dans {folder}&#xa0;: {count}&#x202f;; la bibliothèque ouverte reste telle quelle.</translation>
    </message>
    <message>
        <source>Open it now, or later with: delegate-desk --library &quot;{folder}&quot;</source>
        <translation>Ouvrez-la à côté de celle-ci, ou lancez&#xa0;: delegate-desk --library &quot;{folder}&quot;</translation>
    </message>
    <message>
        <source>Originals missing from the backup: {count}.</source>
        <translation>Originaux absents de la sauvegarde&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>L’ouvrir</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restauré</translation>
    </message>
    <message>
        <source>Backup in progress</source>
        <translation>Sauvegarde en traitement</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Faite</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Conservée comme</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Supprimée</translation>
    </message>
    <message>
        <source>Choose &amp;Second Location…</source>
        <translation>Choisir un second e&amp;mplacement…</translation>
    </message>
    <message>
        <source>Remo&amp;ve Second Location</source>
        <translation>Sans s&amp;econd emplacement</translation>
    </message>
    <message>
        <source>Backup progress</source>
        <translation>Avancement de la sauvegarde</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>&amp;Restore to Another Folder…</source>
        <translation>&amp;Restaurer à côté…</translation>
    </message>
    <message>
        <source>&amp;Back Up Now</source>
        <translation>&amp;Sauvegarder</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Delegate Desk keeps {days} daily, {weeks} weekly and {months} monthly backups, and copies made before an upgrade for {upgrade} days. Until they expire, they still contain documents you have deleted permanently. A backup is made when you close the program and once a day while it is open, if anything has changed.</source>
        <translation>Sont conservées la dernière sauvegarde de chacun des {days} derniers jours, {weeks} semaines et {months} mois, ainsi que les copies faites avant une mise à niveau, pendant {upgrade} jours. Ce qui a été supprimé définitivement y reste jusque-là. Une sauvegarde est faite à la fermeture du programme et chaque jour où il est ouvert, s’il y a eu des changements.</translation>
    </message>
    <message>
        <source>No backups yet. The first one is made when you close the program.</source>
        <translation>Pas encore de sauvegarde&#xa0;: la première se fait à la fermeture du programme, ou maintenant.</translation>
    </message>
    <message>
        <source>No second location. Choose a USB stick or another drive in case the laptop is lost.</source>
        <translation>Il n’y a pas de second emplacement&#xa0;: choisissez une clé ou un disque, au cas où l’ordinateur serait perdu.</translation>
    </message>
    <message>
        <source>Second location: {folder}</source>
        <translation>Second emplacement&#xa0;: {folder}</translation>
    </message>
    <message>
        <source>Second location: {folder}. It is not available now; Delegate Desk will try again.</source>
        <translation>Second emplacement&#xa0;: {folder}, absent pour le moment&#x202f;; un nouvel essai se fera automatiquement.</translation>
    </message>
    <message>
        <source>second location</source>
        <translation>second emplacement</translation>
    </message>
    <message>
        <source>library</source>
        <translation>bibliothèque</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>quotidienne</translation>
    </message>
    <message>
        <source>weekly</source>
        <translation>hebdomadaire</translation>
    </message>
    <message>
        <source>monthly</source>
        <translation>mensuelle</translation>
    </message>
    <message>
        <source>before an upgrade</source>
        <translation>avant mise à niveau</translation>
    </message>
    <message>
        <source>at the next backup</source>
        <translation>avec la suivante</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>Sauvegarde en cours</translation>
    </message>
    <message>
        <source>Backup verified.</source>
        <translation>Sauvegarde vérifiée.</translation>
    </message>
    <message>
        <source>1 expired backup was deleted.</source>
        <translation>1 sauvegarde échue a été supprimée.</translation>
    </message>
    <message>
        <source>{n} expired backups were deleted.</source>
        <translation>{n} sauvegardes échues ont été supprimées.</translation>
    </message>
    <message>
        <source>Second Backup Location</source>
        <translation>Second emplacement des sauvegardes</translation>
    </message>
    <message>
        <source>Backups are no longer copied to a second location. Existing copies stay there.</source>
        <translation>Plus rien n’est copié vers un second emplacement&#x202f;; ce qui s’y trouve y reste.</translation>
    </message>
    <message>
        <source>Stopped. The unfinished backup was deleted.</source>
        <translation>Arrêté. La sauvegarde inachevée a été supprimée.</translation>
    </message>
</context>
<context>
    <name>Breadcrumb</name>
    <message>
        <source>Place in the document</source>
        <translation>Endroit dans le document</translation>
    </message>
    <message>
        <source>Recitals {labels}</source>
        <translation>Considérants {labels}</translation>
    </message>
    <message>
        <source>paragraph {n}</source>
        <translation>paragraphe {n}</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Début</translation>
    </message>
</context>
<context>
    <name>Browser</name>
    <message>
        <source>All notes and marks</source>
        <translation>Toutes les notes et marques</translation>
    </message>
    <message>
        <source>Filter notes</source>
        <translation>Affiner les notes</translation>
    </message>
    <message>
        <source>Filter by words, kind, tag or document</source>
        <translation>Affiner par mots, genre, étiquette, document</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Print this list</source>
        <translation>Imprimer cette liste</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Export this list</source>
        <translation>Exporter cette liste</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Regrouper par</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Tags to add</source>
        <translation>Étiquettes à ajouter</translation>
    </message>
    <message>
        <source>Tags to remove</source>
        <translation>Étiquettes à retirer</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Change the tags</source>
        <translation>Modifier les étiquettes</translation>
    </message>
</context>
<context>
    <name>BrowserView</name>
    <message>
        <source>Add tags</source>
        <translation>Ajouter des étiquettes</translation>
    </message>
    <message>
        <source>Remove tags</source>
        <translation>Retirer des étiquettes</translation>
    </message>
    <message>
        <source>↑↓ select · Shift+↑↓ select several · Enter open · {behind} new tab · {change} change · {done} done · {internal} internal · {tags} tags · {trash} trash · {narrow} filter</source>
        <translation>↑↓ choisir · Maj+↑↓ plusieurs · Entrée ouvrir · {behind} nouvel onglet · {change} modifier · {done} fait · {internal} interne · {tags} étiquettes · {trash} corbeille · {narrow} affiner</translation>
    </message>
    <message>
        <source>Print this list</source>
        <translation>Imprimer cette liste</translation>
    </message>
    <message>
        <source>Export this list</source>
        <translation>Exporter cette liste</translation>
    </message>
    <message>
        <source>No notes yet. Press N on a paragraph to add one.</source>
        <translation>Aucune note&#xa0;: N sur un paragraphe d’un texte en écrit une.</translation>
    </message>
    <message>
        <source>No notes match these filters. Click × to remove a filter.</source>
        <translation>Aucune note ne répond à tous les choix&#xa0;; × en retire un.</translation>
    </message>
    <message>
        <source>No notes contain all of these words.</source>
        <translation>Aucune note ne contient tous ces mots.</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 note</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} notes</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} sur {all}</translation>
    </message>
    <message>
        <source> · {n} selected</source>
        <translation> · sélection&#xa0;: {n}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>à partir du {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>jusqu’au {day}</translation>
    </message>
    <message>
        <source>Tags of 1 note</source>
        <translation>Étiquettes d’1 note</translation>
    </message>
    <message>
        <source>Tags of {n} notes</source>
        <translation>Étiquettes de {n} notes</translation>
    </message>
</context>
<context>
    <name>CaptureController</name>
    <message>
        <source>There is no {place} here. Press Enter again to save it as a note.</source>
        <translation>Il n’y a pas de disposition {place} ici&#x202f;; Entrée encore une fois garde la ligne comme note</translation>
    </message>
    <message>
        <source>{what}: recorded</source>
        <translation>{what}&#xa0;: enregistré</translation>
    </message>
    <message>
        <source>{n} delegations</source>
        <translation>{n} délégations</translation>
    </message>
    <message>
        <source>{name} now means {codes}</source>
        <translation>{name}&#xa0;: {codes}</translation>
    </message>
    <message>
        <source>{name} is no longer a group</source>
        <translation>{name} n’est plus un groupe</translation>
    </message>
</context>
<context>
    <name>CaptureLine</name>
    <message>
        <source>Capture line</source>
        <translation>Ligne de saisie</translation>
    </message>
    <message>
        <source>e.g. “DE+ 10 agrees”: delegation, sign, place, words</source>
        <translation>p. ex. «&#xa0;DE+ 10 d’accord&#xa0;»&#xa0;: délégation, signe, disposition, mots</translation>
    </message>
    <message>
        <source>editing · Esc to cancel</source>
        <translation>correction · Échap annuler</translation>
    </message>
</context>
<context>
    <name>CarryoverView</name>
    <message>
        <source>Carried over</source>
        <translation>Éléments reportés</translation>
    </message>
    <message>
        <source>What changed for us</source>
        <translation>Ce qui a changé pour nous</translation>
    </message>
    <message>
        <source>{next} {previous} move · 1–9 choose place · 0 no place · Enter open · {undo} undo</source>
        <translation>{next} {previous} choisir · 1–9 choisir une place · 0 nulle part · Entrée ouvrir · {undo} annuler</translation>
    </message>
    <message>
        <source>We have nothing on {name}, so there is nothing to carry over.</source>
        <translation>Nous n’avons rien sur {name}&#xa0;: il n’y a rien à reporter.</translation>
    </message>
    <message>
        <source>1 to check: press 1–9 to choose its place, 0 if it has none, Enter to show it.</source>
        <translation>1 à vérifier&#xa0;: 1–9 choisit sa place, 0 s’il n’en a pas, Entrée l’affiche.</translation>
    </message>
    <message>
        <source>{n} to check: press 1–9 to choose a place, 0 if there is none, Enter to show it.</source>
        <translation>{n} à vérifier&#xa0;: 1–9 choisit une place, 0 s’il n’y en a pas, Entrée affiche.</translation>
    </message>
    <message>
        <source>Everything has been placed. Nothing to check.</source>
        <translation>Tout est placé. Rien à vérifier.</translation>
    </message>
</context>
<context>
    <name>ChangeBar</name>
    <message>
        <source>{n} changes</source>
        <translation>{n} changements</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 changement</translation>
    </message>
</context>
<context>
    <name>ChangeList</name>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>Open in New &amp;Tab	Ctrl+Enter</source>
        <translation>Ouvrir dans un nouvel o&amp;nglet	Ctrl+Entrée</translation>
    </message>
</context>
<context>
    <name>ChangePassphrase</name>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>This library is encrypted. Enter its passphrase to make changes.</source>
        <translation>Cette bibliothèque est chiffrée. Ce qui se fait ici demande sa phrase de passe.</translation>
    </message>
    <message>
        <source>Current passphrase</source>
        <translation>Phrase de passe actuelle</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nouvelle phrase de passe</translation>
    </message>
    <message>
        <source>Repeat passphrase</source>
        <translation>Répéter la phrase de passe</translation>
    </message>
    <message>
        <source>Repeat new passphrase</source>
        <translation>Répéter la nouvelle phrase de passe</translation>
    </message>
    <message>
        <source>Show &amp;passphrase</source>
        <translation>&amp;Afficher la phrase de passe</translation>
    </message>
    <message>
        <source>Earlier backups still need the passphrase used when they were made.</source>
        <translation>Les sauvegardes antérieures s’ouvrent avec la phrase de passe de leur création.</translation>
    </message>
    <message>
        <source>Turn Encryption &amp;Off</source>
        <translation>&amp;Désactiver le chiffrement</translation>
    </message>
    <message>
        <source>&amp;Change Passphrase</source>
        <translation>&amp;Changer la phrase de passe</translation>
    </message>
    <message>
        <source>&amp;Lock after minutes of inactivity</source>
        <translation>Minutes sans touche ni souris avant &amp;verrouillage</translation>
    </message>
    <message>
        <source>Minutes of inactivity before the library locks; 0: never</source>
        <translation>Minutes sans touche ni souris après lesquelles elle se verrouille&#x202f;; 0&#xa0;: jamais</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>It also locks when the computer sleeps. Only activity in Delegate Desk counts.</source>
        <translation>Elle se verrouille aussi avant la mise en veille de l’ordinateur. Seul compte ce qui se fait dans Delegate Desk.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>ChangePassphraseDialog</name>
    <message>
        <source>The library now opens with the new passphrase. Write it down.</source>
        <translation>Désormais, la bibliothèque s’ouvre avec la nouvelle&#x202f;; notez-la.</translation>
    </message>
    <message>
        <source>Passphrase changed</source>
        <translation>La phrase de passe a été changée</translation>
    </message>
    <message>
        <source>Turning encryption off</source>
        <translation>Désactivation du chiffrement</translation>
    </message>
    <message>
        <source>Library no longer encrypted</source>
        <translation>La bibliothèque n’est plus chiffrée</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>Check the Library</source>
        <translation>Vérifier la bibliothèque</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Check progress</source>
        <translation>Avancement de la vérification</translation>
    </message>
    <message>
        <source>Re&amp;build from Originals…</source>
        <translation>&amp;Reconstruire depuis les originaux…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>Check &amp;Again</source>
        <translation>&amp;Vérifier encore</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>Ré&amp;parer</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>The library is damaged</source>
        <translation>La bibliothèque est endommagée</translation>
    </message>
    <message>
        <source>Part of its database cannot be read. Delegate Desk will recover what it can and restore the rest from the latest backup, now or at the next start.</source>
        <translation>Une partie de sa base de données est illisible. Ce qui peut être lu est récupéré et le reste complété à partir de la dernière sauvegarde&#xa0;: maintenant, ou au prochain démarrage de Delegate Desk.</translation>
    </message>
    <message>
        <source>Check the library</source>
        <translation>Vérifier la bibliothèque</translation>
    </message>
    <message>
        <source>Rebuilding the library from its originals…</source>
        <translation>Reconstruction de la bibliothèque à partir des originaux…</translation>
    </message>
    <message>
        <source>Checking the library…</source>
        <translation>Vérification de la bibliothèque…</translation>
    </message>
    <message>
        <source>No problems found.</source>
        <translation>Aucun problème constaté.</translation>
    </message>
    <message>
        <source>Problems found:</source>
        <translation>Problèmes constatés&#xa0;:</translation>
    </message>
    <message>
        <source>Repairing the library…</source>
        <translation>Réparation de la bibliothèque…</translation>
    </message>
    <message>
        <source>The database will be rebuilt from the originals and the plain-text copies stored with it. The window closes meanwhile, and the present database is kept. This may take as long as importing all documents again. Continue?</source>
        <translation>La base de données est refaite à partir des originaux et des fichiers simples qui l’accompagnent. La fenêtre se ferme pendant ce temps et la base actuelle est conservée. Cela peut prendre aussi longtemps que l’import de tous les documents. Continuer&#x202f;?</translation>
    </message>
    <message>
        <source>Stopped. Repairs made so far are kept.</source>
        <translation>Arrêté. Les réparations déjà faites sont conservées.</translation>
    </message>
    <message>
        <source>The library could not be checked.</source>
        <translation>La bibliothèque n’a pas pu être vérifiée.</translation>
    </message>
</context>
<context>
    <name>ChipButton</name>
    <message>
        <source>Remove {part}</source>
        <translation>{part}, retirer</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>Recognised</source>
        <translation>Reconnu</translation>
    </message>
    <message>
        <source>or {reading}? Alt+{n}</source>
        <translation>ou {reading}&#x202f;? Alt+{n}</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>{n} delegations</source>
        <translation>{n} délégations</translation>
    </message>
    <message>
        <source>conclusion</source>
        <translation>conclusion</translation>
    </message>
    <message>
        <source>no {place} in this document</source>
        <translation>pas de {place} dans ce document</translation>
    </message>
    <message>
        <source>asks for “{words}”</source>
        <translation>demande «&#xa0;{words}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>CodesField</name>
    <message>
        <source>{code} is not a delegation code.</source>
        <translation>{code} n’est le code d’aucune délégation.</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Panels</source>
        <translation>Volets</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Réunion</translation>
    </message>
    <message>
        <source>Exit &amp;Meeting</source>
        <translation>Quitter la ré&amp;union</translation>
    </message>
    <message>
        <source>Start &amp;Meeting</source>
        <translation>Commencer la ré&amp;union</translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>Four columns</source>
        <translation>Quatre colonnes</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>with</source>
        <translation>avec</translation>
    </message>
    <message>
        <source>&amp;Only rows that differ</source>
        <translation>&amp;Seulement les lignes qui diffèrent</translation>
    </message>
    <message>
        <source>Words in these columns</source>
        <translation>Mots dans ces colonnes</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>J K move · Enter open</source>
        <translation>J K se déplacer · Entrée ouvrir</translation>
    </message>
    <message>
        <source>Columns · {name}</source>
        <translation>Colonnes · {name}</translation>
    </message>
    <message>
        <source>1 row differs</source>
        <translation>1 ligne diffère</translation>
    </message>
    <message>
        <source>{n} rows differ</source>
        <translation>{n} lignes diffèrent</translation>
    </message>
    <message>
        <source>of 1 row</source>
        <translation>sur 1 ligne</translation>
    </message>
    <message>
        <source>of {n} rows</source>
        <translation>sur {n} lignes</translation>
    </message>
    <message>
        <source>The two columns have the same words in all rows.</source>
        <translation>Les deux colonnes ont les mêmes mots dans toutes les lignes.</translation>
    </message>
    <message>
        <source>The words are in neither column of the rows shown.</source>
        <translation>Les mots ne figurent dans aucune des deux colonnes des lignes affichées.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Il n’y a rien à annuler.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Il n’y a rien à rétablir.</translation>
    </message>
    <message>
        <source>There is no earlier place.</source>
        <translation>Il n’y a pas d’endroit précédent.</translation>
    </message>
    <message>
        <source>There is no later place.</source>
        <translation>Il n’y a pas d’endroit suivant.</translation>
    </message>
    <message>
        <source>No tab was closed.</source>
        <translation>Aucun onglet n’a été fermé.</translation>
    </message>
    <message>
        <source>The tab is in the main window.</source>
        <translation>L’onglet est dans la fenêtre principale.</translation>
    </message>
    <message>
        <source>The document is not on the agenda of a current meeting.</source>
        <translation>Le document n’est pas à l’ordre du jour d’une réunion en cours.</translation>
    </message>
    <message>
        <source>The window is not split.</source>
        <translation>La fenêtre n’est pas divisée.</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>La corbeille est vide.</translation>
    </message>
    <message>
        <source>The library is not encrypted.</source>
        <translation>La bibliothèque n’est pas chiffrée.</translation>
    </message>
    <message>
        <source>This is your library.</source>
        <translation>Ceci est votre bibliothèque.</translation>
    </message>
    <message>
        <source>Search first.</source>
        <translation>Faites d’abord une recherche.</translation>
    </message>
    <message>
        <source>All notes have a place.</source>
        <translation>Toutes les notes ont leur place.</translation>
    </message>
    <message>
        <source>Open a comparison first.</source>
        <translation>Ouvrez d’abord une comparaison.</translation>
    </message>
    <message>
        <source>Start a meeting first.</source>
        <translation>Commencez d’abord une réunion.</translation>
    </message>
    <message>
        <source>Open our position first.</source>
        <translation>Ouvrez d’abord notre position.</translation>
    </message>
    <message>
        <source>Open a document first.</source>
        <translation>Ouvrez d’abord un document.</translation>
    </message>
    <message>
        <source>Open the text first.</source>
        <translation>Ouvrez d’abord le texte.</translation>
    </message>
    <message>
        <source>This text has no marked changes.</source>
        <translation>Ce texte n’a pas de changements marqués.</translation>
    </message>
    <message>
        <source>The library has no other language of this document.</source>
        <translation>La bibliothèque n’a pas ce document dans une autre langue.</translation>
    </message>
    <message>
        <source>No original pages are shown.</source>
        <translation>Aucune page de l’original n’est affichée.</translation>
    </message>
    <message>
        <source>&amp;Stance</source>
        <translation>&amp;Position prise</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>One column</source>
        <translation>Une colonne</translation>
    </message>
    <message>
        <source>Compare with another revision, language or document</source>
        <translation>Comparer avec une autre révision, une autre langue ou un autre document</translation>
    </message>
    <message>
        <source>Changed only</source>
        <translation>Modifiés seulement</translation>
    </message>
    <message>
        <source>Hide unchanged and renumbered paragraphs</source>
        <translation>Masquer les paragraphes inchangés ou seulement renumérotés</translation>
    </message>
    <message>
        <source>Compare the texts with, before or after the changes they mark</source>
        <translation>Comparer les textes avec les modifications qu’ils signalent, avant ou après celles-ci</translation>
    </message>
    <message>
        <source>Comparison progress</source>
        <translation>Avancement de la comparaison</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
</context>
<context>
    <name>ComparisonChange</name>
    <message>
        <source>Current change</source>
        <translation>Modification actuelle</translation>
    </message>
    <message>
        <source>Uncertain – nothing is carried over automatically.</source>
        <translation>Incertain – rien n’est reporté automatiquement.</translation>
    </message>
    <message>
        <source>The old text may have been deleted and this text added.</source>
        <translation>L’ancien texte a peut-être été supprimé et ce texte ajouté.</translation>
    </message>
    <message>
        <source>Other possibilities:</source>
        <translation>Autres possibilités&#xa0;:</translation>
    </message>
    <message>
        <source>Show {place}</source>
        <translation>Afficher {place}</translation>
    </message>
</context>
<context>
    <name>ComparisonController</name>
    <message>
        <source>The library has no other revision of this document</source>
        <translation>La bibliothèque ne contient aucune autre révision de ce document</translation>
    </message>
    <message>
        <source>Another document…</source>
        <translation>Autre document…</translation>
    </message>
    <message>
        <source>{name} is not in the library in any other language</source>
        <translation>{name} n’est dans la bibliothèque en aucune autre langue</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>The act that {name} amends: type a reference or words from the subject</source>
        <translation>L’acte modifié par {name}: tapez une référence ou des mots de l’objet</translation>
    </message>
    <message>
        <source>The act that amends {name} next: type a reference or words from the subject</source>
        <translation>L’acte qui modifie ensuite {name}: tapez une référence ou des mots de l’objet</translation>
    </message>
    <message>
        <source>Amended act</source>
        <translation>Acte modifié</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>split into {labels}</source>
        <translation>scindé en {labels}</translation>
    </message>
    <message>
        <source>merged from {labels}</source>
        <translation>fusionné de {labels}</translation>
    </message>
    <message>
        <source> now </source>
        <translation> désormais </translation>
    </message>
    <message>
        <source>deleted: {words}</source>
        <translation>supprimé&#xa0;: {words}</translation>
    </message>
    <message>
        <source>added: {words}</source>
        <translation>ajouté&#xa0;: {words}</translation>
    </message>
</context>
<context>
    <name>ComparisonPage</name>
    <message>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <source>Open in New Text</source>
        <translation>Ouvrir dans le nouveau texte</translation>
    </message>
    <message>
        <source>Open in Old Text</source>
        <translation>Ouvrir dans l’ancien texte</translation>
    </message>
    <message>
        <source>Copy Text</source>
        <translation>Copier le texte</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>1 change</source>
        <translation>1 changement</translation>
    </message>
    <message>
        <source>{n} changes</source>
        <translation>{n} changements</translation>
    </message>
    <message>
        <source>Comparing {old} with {new}</source>
        <translation>Comparaison de {old} avec {new}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>{next} next change · Enter open · Shift+Enter open old text · 1–9 show only · 0 show all</source>
        <translation>{next} modification suivante · Entrée ouvrir · Maj+Entrée ouvrir l’ancien texte · 1–9 afficher seulement · 0 tout afficher</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} sur {count}</translation>
    </message>
    <message>
        <source>compared with: {name}</source>
        <translation>comparé à&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Compare Again</source>
        <translation>Comparer de nouveau</translation>
    </message>
    <message>
        <source>The operation failed.</source>
        <translation>L’opération a échoué.</translation>
    </message>
    <message>
        <source>The library has no other revision in {language}: compared with {other}.</source>
        <translation>La bibliothèque ne contient aucune autre révision dans cette langue ({language}). Comparaison avec une autre langue : {other}.</translation>
    </message>
</context>
<context>
    <name>ConcordanceView</name>
    <message>
        <source>Words to look up</source>
        <translation>Mots à rechercher</translation>
    </message>
    <message>
        <source>Language of the words</source>
        <translation>Langue des mots</translation>
    </message>
    <message>
        <source>Language of the translations</source>
        <translation>Langue des traductions</translation>
    </message>
    <message>
        <source>Unusual Translations in This Document</source>
        <translation>Traductions inhabituelles dans ce document</translation>
    </message>
    <message>
        <source>Export Table…</source>
        <translation>Exporter le tableau…</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>Linguistic Reservation</source>
        <translation>Réserve linguistique</translation>
    </message>
    <message>
        <source>Enter opens a passage · L linguistic reservation</source>
        <translation>Entrée ouvre un passage · L réserve linguistique</translation>
    </message>
    <message>
        <source>Concordance</source>
        <translation>Concordance</translation>
    </message>
    <message>
        <source>Type some words and choose two languages.</source>
        <translation>Tapez des mots et choisissez deux langues.</translation>
    </message>
    <message>
        <source>Comparing the two versions…</source>
        <translation>Comparaison des deux versions…</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>habituelle</translation>
    </message>
    <message>
        <source>exception</source>
        <translation>exception</translation>
    </message>
    <message>
        <source>Other wording</source>
        <translation>Autre formulation</translation>
    </message>
    <message>
        <source>1 passage</source>
        <translation>1 passage</translation>
    </message>
    <message>
        <source>{n} passages</source>
        <translation>{n} passages</translation>
    </message>
    <message>
        <source>{passages} of {all}</source>
        <translation>{passages} sur {all}</translation>
    </message>
    <message>
        <source>{passages}, {n} not as usual</source>
        <translation>{passages}, dont {n} inhabituels</translation>
    </message>
    <message>
        <source>These words do not occur in a document that the library has in both languages.</source>
        <translation>Ces mots ne figurent dans aucun document que la bibliothèque a dans les deux langues.</translation>
    </message>
    <message>
        <source>Nothing to compare yet. Import a document in two languages.</source>
        <translation>Rien à comparer pour l’instant. Importez un document en deux langues.</translation>
    </message>
    <message>
        <source>usually “{words}” ({n})</source>
        <translation>habituellement « {words} » ({n})</translation>
    </message>
    <message>
        <source>No unusual translations were found.</source>
        <translation>Aucune traduction inhabituelle n’a été trouvée.</translation>
    </message>
    <message>
        <source>1 phrase</source>
        <translation>1 expression</translation>
    </message>
    <message>
        <source>{n} phrases</source>
        <translation>{n} expressions</translation>
    </message>
    <message>
        <source>There is no table to export.</source>
        <translation>Il n’y a pas de tableau à exporter.</translation>
    </message>
</context>
<context>
    <name>ConsequencesView</name>
    <message>
        <source>What changed for us</source>
        <translation>Ce qui a changé pour nous</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparaison…</translation>
    </message>
    <message>
        <source>Show one group of changes</source>
        <translation>Afficher un seul groupe de modifications</translation>
    </message>
    <message>
        <source>Review what was carried over</source>
        <translation>Vérifier les éléments reportés</translation>
    </message>
    <message>
        <source>Export this page</source>
        <translation>Exporter cette page</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>{n} to check</source>
        <translation>{n} à vérifier</translation>
    </message>
    <message>
        <source>{next} {previous} move</source>
        <translation>{next} {previous} parcourir</translation>
    </message>
    <message>
        <source>1 to check</source>
        <translation>1 à vérifier</translation>
    </message>
    <message>
        <source>Check 1 note</source>
        <translation>Vérifier 1 note</translation>
    </message>
    <message>
        <source>Check {n} notes</source>
        <translation>Vérifier {n} notes</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Tout vérifier</translation>
    </message>
</context>
<context>
    <name>ContributionDialog</name>
    <message>
        <source>Import Written Comments on {name}</source>
        <translation>Importer des observations écrites sur {name}</translation>
    </message>
</context>
<context>
    <name>ContributionsController</name>
    <message>
        <source>Import written comments on {name}</source>
        <translation>Importer des observations écrites sur {name}</translation>
    </message>
    <message>
        <source>Which document contains comments on {name}? Type a reference or words from the subject</source>
        <translation>Quel document contient des observations sur {name}&#x202f;? Tapez une référence ou des mots de l’objet</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Lecture de {name}</translation>
    </message>
</context>
<context>
    <name>ContributionsView</name>
    <message>
        <source>Written comments</source>
        <translation>Observations écrites</translation>
    </message>
    <message>
        <source>Imported documents</source>
        <translation>Documents importés</translation>
    </message>
    <message>
        <source>Import Written Comments…</source>
        <translation>Importer une contribution…</translation>
    </message>
    <message>
        <source>Another place, such as 5(2)(a), then Enter</source>
        <translation>Une autre disposition, par exemple 5(2)(a), puis Entrée</translation>
    </message>
    <message>
        <source>Place of the current comment</source>
        <translation>Place de l’observation en cours</translation>
    </message>
    <message>
        <source>J K move · 1–9 choose place · P type place · 0 general comment · Enter open</source>
        <translation>J K choisir · 1–9 choisir une place · P en taper une · 0 générale · Entrée ouvrir</translation>
    </message>
    <message>
        <source>No written comments on {name} yet. Press Enter to choose a document from the library.</source>
        <translation>Pas encore d’observations écrites sur {name}. Appuyez sur Entrée pour choisir un document de la bibliothèque.</translation>
    </message>
    <message>
        <source>1 comment without a place: press 1–9 to choose one, P to type one, 0 for a general comment.</source>
        <translation>1 observation sans place&#xa0;: 1–9 en choisit une, P en tape une, 0 en fait une observation générale.</translation>
    </message>
    <message>
        <source>{n} comments without a place: press 1–9 to choose one, P to type one, 0 for a general comment.</source>
        <translation>{n} observations sans place&#xa0;: 1–9 en choisit une, P en tape une, 0 en fait une observation générale.</translation>
    </message>
    <message>
        <source>All comments have a place. Enter shows it, P changes it.</source>
        <translation>Toutes les observations ont une place. Entrée l’affiche, P la change.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>Damaged</name>
    <message>
        <source>The library is damaged.</source>
        <translation>La bibliothèque est endommagée.</translation>
    </message>
    <message>
        <source>Sources of the recovered data</source>
        <translation>Origine de chaque élément</translation>
    </message>
    <message>
        <source>Recovery progress</source>
        <translation>Avancement de la récupération</translation>
    </message>
    <message>
        <source>Restore &amp;Backup to Another Folder…</source>
        <translation>Restaurer une &amp;sauvegarde à côté…</translation>
    </message>
    <message>
        <source>Open As &amp;Is</source>
        <translation>Ouvrir telle &amp;quelle</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Qui&amp;tter</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Récupérer</translation>
    </message>
</context>
<context>
    <name>DamagedDialog</name>
    <message>
        <source>Its database cannot be read ({reason}).</source>
        <translation>Sa base de données est illisible ({reason}).</translation>
    </message>
    <message>
        <source>Damage was found in its database when it was last open.</source>
        <translation>Des dommages ont été constatés dans sa base de données à la dernière ouverture.</translation>
    </message>
    <message>
        <source>{why} Library folder: {folder}.</source>
        <translation>{why} Elle se trouve dans {folder}.</translation>
    </message>
    <message>
        <source>Nothing has been changed. Recover reads everything that is still readable, restores the rest from the latest backup and from the plain-text copies stored with the database, and then lists the sources. The damaged files are kept.</source>
        <translation>Rien n’a été modifié. «&#xa0;Récupérer&#xa0;» lit tout ce qui peut encore l’être, complète ce qui manque à partir de la dernière sauvegarde et des fichiers simples à côté de la base, puis indique l’origine de chaque élément. Les fichiers endommagés sont conservés tels quels.</translation>
    </message>
    <message>
        <source>You can also restore a backup to another folder.</source>
        <translation>Une sauvegarde peut aussi être restaurée dans un autre répertoire, à côté de cette bibliothèque.</translation>
    </message>
    <message>
        <source>Recovering the library…</source>
        <translation>Récupération de la bibliothèque…</translation>
    </message>
    <message>
        <source>The library was recovered from these sources:</source>
        <translation>La bibliothèque a été récupérée. Origine de chaque élément&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Open the Library</source>
        <translation>&amp;Ouvrir la bibliothèque</translation>
    </message>
    <message>
        <source>Backups (*{suffix} *.zip *.sqlite3)</source>
        <translation>Sauvegardes (*{suffix} *.zip *.sqlite3)</translation>
    </message>
    <message>
        <source>Restore a Backup</source>
        <translation>Restaurer une sauvegarde</translation>
    </message>
    <message>
        <source>Choose an Empty Folder</source>
        <translation>Un répertoire vide pour elle</translation>
    </message>
    <message>
        <source>Restoring a backup…</source>
        <translation>Restauration d’une sauvegarde…</translation>
    </message>
    <message>
        <source>The backup was restored. The damaged library is unchanged.</source>
        <translation>La sauvegarde a été restaurée&#x202f;; la bibliothèque endommagée reste telle quelle.</translation>
    </message>
    <message>
        <source>{count} documents were restored to {folder}. To open them, run: delegate-desk --library &quot;{folder}&quot;</source>
        <translation>Documents restaurés dans {folder}&#xa0;: {count}. Pour l’ouvrir, lancez&#xa0;: delegate-desk --library &quot;{folder}&quot;</translation>
    </message>
    <message>
        <source>The operation failed.</source>
        <translation>L’opération a échoué.</translation>
    </message>
</context>
<context>
    <name>DeadlinesView</name>
    <message>
        <source>Deadlines</source>
        <translation>Échéances</translation>
    </message>
    <message>
        <source>No deadlines. Add one in a note.</source>
        <translation>Aucune échéance. Ajoutez-en une dans une note.</translation>
    </message>
    <message>
        <source>↑↓ select · Enter open · {behind} new tab · {done} done · {print} print</source>
        <translation>↑↓ choisir · Entrée ouvrir · {behind} nouvel onglet · {done} fait · {print} imprimer</translation>
    </message>
    <message>
        <source>1 deadline</source>
        <translation>1 échéance</translation>
    </message>
    <message>
        <source>{n} deadlines</source>
        <translation>{n} échéances</translation>
    </message>
</context>
<context>
    <name>DelegationChooser</name>
    <message>
        <source>Your delegation</source>
        <translation>Votre délégation</translation>
    </message>
    <message>
        <source>Whose position is this?</source>
        <translation>De qui est cette position&#x202f;?</translation>
    </message>
    <message>
        <source>Choose your delegation or type its two-letter code. You are asked only once; it is saved with this library.</source>
        <translation>Choisissez votre délégation ou tapez ses deux lettres. La question n’est posée qu’une fois&#x202f;; la réponse reste dans cette bibliothèque.</translation>
    </message>
</context>
<context>
    <name>DelegationCombo</name>
    <message>
        <source>Choose, or type the first letters</source>
        <translation>Choisissez, ou tapez les premières lettres</translation>
    </message>
</context>
<context>
    <name>DetailsField</name>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Rétablir</translation>
    </message>
</context>
<context>
    <name>DocumentBar</name>
    <message>
        <source>Views, revisions and languages</source>
        <translation>Vues, révisions et langues</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Révisions</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Réunion</translation>
    </message>
    <message>
        <source>1 item to check</source>
        <translation>1 élément à vérifier</translation>
    </message>
    <message>
        <source>{n} items to check</source>
        <translation>{n} éléments à vérifier</translation>
    </message>
</context>
<context>
    <name>DocumentChooserDialog</name>
    <message>
        <source>Compare {name} with</source>
        <translation>Comparer {name} avec</translation>
    </message>
    <message>
        <source>Compare {name} with: type a reference or words from the subject</source>
        <translation>Comparer {name} avec&#xa0;: tapez une référence ou des mots de l’objet</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>There are no other documents. Drop files on the window to import them.</source>
        <translation>Aucun autre document n’est présent&#xa0;: déposez des fichiers dans la fenêtre ou importez-en.</translation>
    </message>
    <message>
        <source>No matching document in the library.</source>
        <translation>Aucun document correspondant dans la bibliothèque.</translation>
    </message>
</context>
<context>
    <name>DocumentHeader</name>
    <message>
        <source>previous: {documents}</source>
        <translation>précédent&#xa0;: {documents}</translation>
    </message>
    <message>
        <source>1 note or position entry could not be placed</source>
        <translation>1 note ou entrée de position n’a pas pu être placée</translation>
    </message>
    <message>
        <source>{n} notes or position entries could not be placed</source>
        <translation>{n} notes ou entrées de position n’ont pas pu être placées</translation>
    </message>
    <message>
        <source>Edited: {fields}</source>
        <translation>Modifié&#xa0;: {fields}</translation>
    </message>
</context>
<context>
    <name>DocumentStrip</name>
    <message>
        <source>Close this warning</source>
        <translation>Fermer cet avertissement</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <source>Footnotes</source>
        <translation>Notes de bas de page</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>Filter the library</source>
        <translation>Filtrer la bibliothèque</translation>
    </message>
    <message>
        <source>Documents of the library</source>
        <translation>Documents de la bibliothèque</translation>
    </message>
    <message>
        <source>Missing documents, acts cited, trash</source>
        <translation>Documents manquants, actes cités, corbeille</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>Open in New &amp;Tab</source>
        <translation>Ouvrir dans un nouvel ongle&amp;t</translation>
    </message>
    <message>
        <source>&amp;Compare with Previous Revision</source>
        <translation>&amp;Comparer avec la révision précédente</translation>
    </message>
    <message>
        <source>Document &amp;Details…</source>
        <translation>Informations sur le &amp;document…</translation>
    </message>
    <message>
        <source>Dossier T&amp;imeline</source>
        <translation>C&amp;hronologie du dossier</translation>
    </message>
    <message>
        <source>&amp;Move to Dossier…</source>
        <translation>Dé&amp;placer vers un dossier…</translation>
    </message>
    <message>
        <source>Make a &amp;Separate Dossier</source>
        <translation>Dossier &amp;séparé</translation>
    </message>
    <message>
        <source>Assign &amp;Automatically</source>
        <translation>Classement &amp;automatique</translation>
    </message>
    <message>
        <source>Move to &amp;Trash</source>
        <translation>Mettre à la &amp;corbeille</translation>
    </message>
    <message>
        <source>&amp;Restore from Trash</source>
        <translation>&amp;Reprendre de la corbeille</translation>
    </message>
    <message>
        <source>&amp;Empty Trash…</source>
        <translation>&amp;Vider la corbeille…</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Re&amp;nommer</translation>
    </message>
    <message>
        <source>&amp;Delete Saved Search</source>
        <translation>Ne &amp;plus garder cette recherche</translation>
    </message>
    <message>
        <source>Open O&amp;riginal</source>
        <translation>Ouvrir le fichier or&amp;iginal</translation>
    </message>
</context>
<context>
    <name>DocumentsModel</name>
    <message>
        <source>{n} new</source>
        <translation>{n} nouveaux</translation>
    </message>
    <message>
        <source>search {name}</source>
        <translation>recherche {name}</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Recherches enregistrées</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>développé</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>réduit</translation>
    </message>
    <message>
        <source>Missing: 1 Council document</source>
        <translation>Manquant : 1 document du Conseil</translation>
    </message>
    <message>
        <source>Missing: {n} Council documents</source>
        <translation>Manquants : {n} documents</translation>
    </message>
    <message>
        <source>Acts cited</source>
        <translation>Actes cités</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>Retour à la bibliothèque</translation>
    </message>
    <message>
        <source>{n} new or overdue</source>
        <translation>{n} nouveaux ou en retard</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Other documents</source>
        <translation>Autres documents</translation>
    </message>
    <message>
        <source>{reference} · not in library</source>
        <translation>{reference} · absent de la bibliothèque</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Réunions</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Corbeille</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Show newest only</source>
        <translation>Les plus récents seulement</translation>
    </message>
    <message>
        <source>Show all {n}</source>
        <translation>Afficher les {n}</translation>
    </message>
    <message>
        <source>cited in {names}</source>
        <translation>cité par {names}</translation>
    </message>
    <message>
        <source>{reference}, missing, {names}</source>
        <translation>{reference}, manquant, {names}</translation>
    </message>
</context>
<context>
    <name>DocumentsView</name>
    <message>
        <source>Mark as Read or &amp;Unread</source>
        <translation>Marquer comme lu ou non &amp;lu</translation>
    </message>
    <message>
        <source>Empty Trash</source>
        <translation>Vider la corbeille</translation>
    </message>
    <message>
        <source>1 document</source>
        <translation>1 document</translation>
    </message>
    <message>
        <source>{n} documents</source>
        <translation>{n} documents</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 note</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} notes</translation>
    </message>
    <message>
        <source> and </source>
        <translation> et </translation>
    </message>
    <message>
        <source>Delete {what} permanently?</source>
        <translation>Supprimer définitivement {what}&#x202f;?</translation>
    </message>
    <message>
        <source>Their originals, notes and positions will also be deleted.</source>
        <translation>Les originaux, notes et positions qui en dépendent disparaissent aussi.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Cette action est irréversible.</translation>
    </message>
    <message>
        <source>Delete Permanently</source>
        <translation>Supprimer définitivement</translation>
    </message>
    <message>
        <source>No documents yet: drop files here.</source>
        <translation>Aucun document&#xa0;: déposez des fichiers ici.</translation>
    </message>
    <message>
        <source>No documents yet: drop files here, or press {key}.</source>
        <translation>Aucun document&#xa0;: déposez des fichiers ici ou appuyez sur {key}.</translation>
    </message>
    <message>
        <source>No matches in the library.</source>
        <translation>Aucun résultat dans la bibliothèque.</translation>
    </message>
    <message>
        <source>No matches in the library. Press {key} to search the texts.</source>
        <translation>Aucun résultat dans la bibliothèque. {key} cherche dans les textes.</translation>
    </message>
    <message>
        <source>Compare Both</source>
        <translation>Comparer les deux</translation>
    </message>
    <message>
        <source>Show or Hide</source>
        <translation>Afficher ou masquer</translation>
    </message>
    <message>
        <source>Open in &amp;Language</source>
        <translation>Ouvrir dans une &amp;langue</translation>
    </message>
    <message>
        <source>Move One Language to Trash</source>
        <translation>Mettre une langue à la corbeille</translation>
    </message>
</context>
<context>
    <name>DossiersController</name>
    <message>
        <source>A document may belong to a dossier</source>
        <translation>Un document relève peut-être d’un dossier</translation>
    </message>
    <message>
        <source>{n} documents may belong to dossiers</source>
        <translation>{n} documents relèvent peut-être de dossiers</translation>
    </message>
    <message>
        <source>{paper} to {dossier}: {reasons}</source>
        <translation>{paper} vers {dossier}&#xa0;: {reasons}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Voir et répondre</translation>
    </message>
    <message>
        <source>Move to Another Dossier</source>
        <translation>Déplacer vers un autre dossier</translation>
    </message>
    <message>
        <source>Type the subject of the dossier or its interinstitutional file</source>
        <translation>Tapez l’objet du dossier ou son numéro</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Rien à comparer</translation>
    </message>
</context>
<context>
    <name>DueEdit</name>
    <message>
        <source>Deadline</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>A date, a time or both: 14.10. 12:00, 2026-10-14, 12:00, or +3 for three days from now</source>
        <translation>Un jour, une heure ou les deux&#xa0;: 14.10. 12:00, 2026-10-14, 12:00, +3 pour dans trois jours</translation>
    </message>
    <message>
        <source>Not a date or time. {forms}</source>
        <translation>Ni date ni heure. {forms}</translation>
    </message>
</context>
<context>
    <name>Encryption</name>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>Check that full-disk encryption is on; your IT service can tell you. It protects this library and everything else on the laptop while it is switched off.</source>
        <translation>La protection générale d’un ordinateur portable est le chiffrement du disque entier, activé ou non dans les réglages du système&#xa0;: grâce à lui, personne ne lit cette bibliothèque, ni rien d’autre, quand l’ordinateur est éteint. Demandez à la personne chargée de l’ordinateur s’il est activé.</translation>
    </message>
    <message>
        <source>A passphrase also protects this library while the laptop is on and the library is locked, and in every copy of its folder. The documents, notes, search index and backups in the folder will be encrypted. Exports, packages and backups already stored elsewhere are not.</source>
        <translation>Une phrase de passe protège cette bibliothèque au-delà&#xa0;: quand l’ordinateur est allumé et la bibliothèque verrouillée, et dans chaque copie de son répertoire. Les documents, les notes, l’index de recherche et les sauvegardes du répertoire sont réécrits, chiffrés. Ce qui en est sorti avant, comme les exports, les paquets et les sauvegardes d’un second emplacement, reste tel quel.</translation>
    </message>
    <message>
        <source>If you lose the passphrase, you lose the library. It is stored nowhere and cannot be reset, either by your administrator or by the makers of Delegate Desk. Write it down and keep it somewhere safe.</source>
        <translation>Une phrase de passe perdue est une bibliothèque perdue. Elle n’est conservée nulle part et ne peut pas être réinitialisée&#xa0;: personne ne peut aider, ni votre administrateur ni les auteurs de Delegate Desk. Notez-la, et gardez-la là où vous seul avez accès.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nouvelle phrase de passe</translation>
    </message>
    <message>
        <source>Repeat passphrase</source>
        <translation>Répéter la phrase de passe</translation>
    </message>
    <message>
        <source>Repeat new passphrase</source>
        <translation>Répéter la nouvelle phrase de passe</translation>
    </message>
    <message>
        <source>Show &amp;passphrase</source>
        <translation>&amp;Afficher la phrase de passe</translation>
    </message>
    <message>
        <source>I &amp;understand that nobody can open this library without it</source>
        <translation>Je &amp;sais que sans elle personne ne peut ouvrir cette bibliothèque</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Encrypt Library</source>
        <translation>&amp;Chiffrer la bibliothèque</translation>
    </message>
</context>
<context>
    <name>EncryptionDialog</name>
    <message>
        <source>Your administrator requires a passphrase for the library {folder}.</source>
        <translation>Votre administrateur exige une phrase de passe pour la bibliothèque {folder}.</translation>
    </message>
    <message>
        <source>Encrypting the library</source>
        <translation>Chiffrement de la bibliothèque</translation>
    </message>
    <message>
        <source>Library encrypted</source>
        <translation>La bibliothèque est maintenant chiffrée</translation>
    </message>
</context>
<context>
    <name>Exchanging</name>
    <message>
        <source>Nothing to export</source>
        <translation>Rien à exporter</translation>
    </message>
    <message>
        <source>There are no notes in the library yet.</source>
        <translation>Il n’y a pas encore de notes dans la bibliothèque.</translation>
    </message>
    <message>
        <source>Web Annotations (*.jsonld *.json)</source>
        <translation>Web Annotations (*.jsonld *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Import Notes</source>
        <translation>Importer des notes</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Lecture de {file}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouvelles</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Mises à jour</translation>
    </message>
    <message>
        <source>Already in library</source>
        <translation>Déjà présentes</translation>
    </message>
    <message>
        <source>Left in the trash</source>
        <translation>Dans la corbeille, où elles restent</translation>
    </message>
    <message>
        <source>There was nothing to import.</source>
        <translation>Il n’y avait rien à importer.</translation>
    </message>
    <message>
        <source>Not placed, listed under “Unplaced Notes”: {count}.</source>
        <translation>Sans place certaine, à voir sous «&#xa0;Éléments sans place&#xa0;»&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Notes imported</source>
        <translation>Notes importées</translation>
    </message>
    <message>
        <source>A document without a reference</source>
        <translation>Un document sans référence</translation>
    </message>
    <message>
        <source>Waiting for {name} ({language}) to be imported: {count}.</source>
        <translation>En attente de l’import de {name} ({language})&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Not imported, because {name} is not in the library and no document is open: {count}.</source>
        <translation>Non importé, car {name} n’est pas dans la bibliothèque et aucun document n’est ouvert&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Not imported, because their words could not be located in {name}: {count}.</source>
        <translation>Non importé, car leurs mots n’ont pas été retrouvés dans {name}&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Not imported, because they are not notes: {count}.</source>
        <translation>Non importé, car ce ne sont pas des notes&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Not imported, because they are empty: {count}.</source>
        <translation>Non importé, car vides&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Not imported, because they are too long: {count}.</source>
        <translation>Non importé, car trop longs&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>their document</source>
        <translation>leur document</translation>
    </message>
</context>
<context>
    <name>ExitBackup</name>
    <message>
        <source>Your changes are saved. Backing up…</source>
        <translation>Les changements sont enregistrés. Sauvegarde en cours…</translation>
    </message>
    <message>
        <source>Backup progress</source>
        <translation>Avancement de la sauvegarde</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Passer</translation>
    </message>
</context>
<context>
    <name>ExitBackupDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Choose the file</source>
        <translation>Choisir le fichier</translation>
    </message>
</context>
<context>
    <name>ExportSidePane</name>
    <message>
        <source>Export settings</source>
        <translation>Paramètres d’exportation</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Choisir le fichier</translation>
    </message>
    <message>
        <source>Copy for Email</source>
        <translation>Copier pour un courriel</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>Open when done</source>
        <translation>Ouvrir après l’exportation</translation>
    </message>
    <message>
        <source>A file with this name exists and will be replaced.</source>
        <translation>Un fichier de ce nom existe et sera remplacé.</translation>
    </message>
    <message>
        <source>Nothing to export yet</source>
        <translation>Rien à exporter pour l’instant</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 page</translation>
    </message>
    <message>
        <source>{n} pages</source>
        <translation>{n} pages</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Vérifications</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>En ordre</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Document details…</source>
        <translation>Détails du document…</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>Mark as cleared…</source>
        <translation>Marquer comme validée…</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>pas encore choisi</translation>
    </message>
    <message>
        <source>With the codes of delegations</source>
        <translation>Avec les codes des délégations</translation>
    </message>
    <message>
        <source>Delegations counted, not named</source>
        <translation>Délégations comptées, non nommées</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
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
        <translation>Page web</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Texte brut</translation>
    </message>
    <message>
        <source>Table for a spreadsheet</source>
        <translation>Tableau pour tableur</translation>
    </message>
    <message>
        <source>Web Annotations for other programs</source>
        <translation>Web Annotations pour d’autres programmes</translation>
    </message>
    <message>
        <source>Calendar for Outlook and others</source>
        <translation>Calendrier (Outlook, etc.)</translation>
    </message>
    <message>
        <source>Export to Word</source>
        <translation>Exporter vers Word</translation>
    </message>
    <message>
        <source>Export as {format}</source>
        <translation>Exporter en {format}</translation>
    </message>
    <message>
        <source>file</source>
        <translation>fichier</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Mark-up</source>
        <translation>Marques</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Headings in</source>
        <translation>Titres en</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>Delegation</source>
        <translation>Délégation</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Reset the settings</source>
        <translation>Réinitialiser les paramètres</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Ce qui va partir</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
</context>
<context>
    <name>ExportView</name>
    <message>
        <source>Export · {name}</source>
        <translation>Exportation · {name}</translation>
    </message>
    <message>
        <source>Esc back</source>
        <translation>Échap retour</translation>
    </message>
    <message>
        <source>Saving {file}</source>
        <translation>Écriture de {file}</translation>
    </message>
    <message>
        <source>Exported: {file}</source>
        <translation>Exporté : {file}</translation>
    </message>
    <message>
        <source>Copied. Paste it into an email.</source>
        <translation>Copié. Collez-le dans un courriel.</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Ouvrir le fichier</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Mark as sent…</source>
        <translation>Marquer comme envoyée…</translation>
    </message>
    <message>
        <source>Record the recipient of the position</source>
        <translation>Dire à qui la position est partie</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Page {n} of {of}</source>
        <translation>Page {n} sur {of}</translation>
    </message>
</context>
<context>
    <name>FacetsPane</name>
    <message>
        <source>Filter results</source>
        <translation>Affiner les résultats</translation>
    </message>
    <message>
        <source>Filters by language, year and type appear here.</source>
        <translation>Les nombres par langue, année et type figurent ici.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Année</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>Marquage</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>notes</translation>
    </message>
    <message>
        <source>positions</source>
        <translation>positions</translation>
    </message>
    <message>
        <source>interventions</source>
        <translation>interventions</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sans date</translation>
    </message>
</context>
<context>
    <name>FamilyController</name>
    <message>
        <source>Close the second pane</source>
        <translation>Fermer le second volet</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Original pages</source>
        <translation>Pages de l’original</translation>
    </message>
    <message>
        <source>Another document…</source>
        <translation>Autre document…</translation>
    </message>
    <message>
        <source>Open Beside</source>
        <translation>Ouvrir à côté</translation>
    </message>
    <message>
        <source>Document to show beside this one</source>
        <translation>Document à afficher à côté de celui-ci</translation>
    </message>
    <message>
        <source>This is the newest revision in the library</source>
        <translation>C’est la révision la plus récente de la bibliothèque</translation>
    </message>
    <message>
        <source>This is the oldest revision in the library</source>
        <translation>C’est la révision la plus ancienne de la bibliothèque</translation>
    </message>
    <message>
        <source>Open {revision}</source>
        <translation>Ouvrir {revision}</translation>
    </message>
    <message>
        <source>What changed for us</source>
        <translation>Ce qui a changé pour nous</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Document details…</source>
        <translation>Détails du document…</translation>
    </message>
    <message>
        <source>Please check: {fields}.</source>
        <translation>À vérifier&#xa0;: {fields}.</translation>
    </message>
    <message>
        <source>{revision} of {day} is in the library.</source>
        <translation>{revision} du {day} est dans la bibliothèque.</translation>
    </message>
    <message>
        <source>{revision} is in the library.</source>
        <translation>{revision} est dans la bibliothèque.</translation>
    </message>
    <message>
        <source>{revision} of {day} is in the library, only in: {languages}.</source>
        <translation>{revision} du {day} est dans la bibliothèque, seulement en : {languages}.</translation>
    </message>
    <message>
        <source>{revision} is in the library, only in: {languages}.</source>
        <translation>{revision} est dans la bibliothèque, seulement en : {languages}.</translation>
    </message>
    <message>
        <source>{name} · not in library · Import…</source>
        <translation>{name} · absent de la bibliothèque · Importer…</translation>
    </message>
</context>
<context>
    <name>FamilyTab</name>
    <message>
        <source>Close the second pane</source>
        <translation>Fermer le second volet</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Something went wrong</source>
        <translation>Un problème est survenu</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>A program error interrupted the last action. You did nothing wrong.</source>
        <translation>Une erreur du programme a interrompu ce qu’il était en train de faire. Vous n’y êtes pour rien.</translation>
    </message>
    <message>
        <source>What is safe</source>
        <translation>Ce qui est en sécurité</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Le rapport</translation>
    </message>
    <message>
        <source>&amp;Copy Report</source>
        <translation>Co&amp;pier le rapport</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>&amp;Redémarrer</translation>
    </message>
    <message>
        <source>C&amp;ontinue</source>
        <translation>&amp;Continuer</translation>
    </message>
</context>
<context>
    <name>FaultDialog</name>
    <message>
        <source>Everything saved so far. Your last changes are not saved because the library cannot be written to: copy them, then continue.</source>
        <translation>Tout ce qui était enregistré. Votre dernière saisie n’est pas encore enregistrée, car la bibliothèque ne peut pas être écrite&#xa0;: continuez, et copiez-la d’abord.</translation>
    </message>
    <message>
        <source>Everything you have written: each change is saved as you make it.</source>
        <translation>Tout ce que vous avez écrit&#xa0;: chaque modification est enregistrée entière, au fur et à mesure.</translation>
    </message>
    <message>
        <source>If it happens again, copy the report and send it to your IT support. It contains no document text, and is also in the log: {folder}</source>
        <translation>Si cela se reproduit, copiez le rapport et envoyez-le à votre assistance. Il ne contient le texte d’aucun document et figure aussi dans le journal&#xa0;: {folder}</translation>
    </message>
    <message>
        <source>Continue, or restart to return to the same place.</source>
        <translation>Continuez, ou redémarrez pour revenir au même endroit dans un instant.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>&amp;Copied</source>
        <translation>Co&amp;pié</translation>
    </message>
</context>
<context>
    <name>FieldController</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>1 result</source>
        <translation>1 résultat</translation>
    </message>
    <message>
        <source>{n} results</source>
        <translation>{n} résultats</translation>
    </message>
    <message>
        <source>Alt+Enter all {results}</source>
        <translation>Alt+Entrée tous : {results}</translation>
    </message>
    <message>
        <source>{sign} commands</source>
        <translation>{sign} commandes</translation>
    </message>
    <message>
        <source>No command for “{words}”. Enter searches the library.</source>
        <translation>Aucune commande pour « {words} ». Entrée cherche dans la bibliothèque.</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>Recherches récentes</translation>
    </message>
    <message>
        <source>Suggested commands</source>
        <translation>Commandes suggérées</translation>
    </message>
    <message>
        <source>Go to {place}</source>
        <translation>Aller à {place}</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Aller à</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Réunion</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>Recherche enregistrée</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Notes and positions</source>
        <translation>Notes et positions</translation>
    </message>
    <message>
        <source>1 paragraph</source>
        <translation>1 paragraphe</translation>
    </message>
    <message>
        <source>{n} paragraphs</source>
        <translation>{n} paragraphes</translation>
    </message>
    <message>
        <source>1 document</source>
        <translation>1 document</translation>
    </message>
    <message>
        <source>{n} documents</source>
        <translation>{n} documents</translation>
    </message>
    <message>
        <source>{paragraphs} in {documents}</source>
        <translation>{paragraphs} dans {documents}</translation>
    </message>
    <message>
        <source>Our position</source>
        <translation>Notre position</translation>
    </message>
    <message>
        <source>Intervention</source>
        <translation>Intervention</translation>
    </message>
    <message>
        <source>{command} on {place}</source>
        <translation>{command} sur {place}</translation>
    </message>
    <message>
        <source>Draft on {place}</source>
        <translation>Rédiger sur {place}</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>In this document</source>
        <translation>Dans ce document</translation>
    </message>
    <message>
        <source>Said and written</source>
        <translation>Dit et écrit</translation>
    </message>
    <message>
        <source>From…</source>
        <translation>De…</translation>
    </message>
    <message>
        <source>After…</source>
        <translation>Après…</translation>
    </message>
    <message>
        <source>Dossier…</source>
        <translation>Dossier…</translation>
    </message>
</context>
<context>
    <name>FieldPanel</name>
    <message>
        <source>Documents, text, notes and commands</source>
        <translation>Documents, texte, notes et commandes</translation>
    </message>
    <message>
        <source>Enter open   Ctrl+Enter new tab   Space preview   Tab complete</source>
        <comment>keys, three spaces between them</comment>
        <translation>Entrée ouvrir   Ctrl+Entrée nouvel onglet   Espace aperçu   Tab compléter</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Confirm {field}</source>
        <translation>Confirmer&#xa0;: {field}</translation>
    </message>
    <message>
        <source>Revert {field}</source>
        <translation>Rétablir&#xa0;: {field}</translation>
    </message>
    <message>
        <source>separate several with semicolons</source>
        <translation>plusieurs, séparés par des points-virgules</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>Edited. Read from the document: {read}</source>
        <translation>Corrigé à la main. Lu&#xa0;: {read}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>Please check.</source>
        <translation>À vérifier.</translation>
    </message>
</context>
<context>
    <name>FileSection</name>
    <message>
        <source>folded</source>
        <translation>réduit</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>développé</translation>
    </message>
</context>
<context>
    <name>FiltersPane</name>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>1 more</source>
        <translation>1 de plus</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} de plus</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this document</source>
        <translation>Rechercher dans ce document</translation>
    </message>
    <message>
        <source>Not found in this document</source>
        <translation>Introuvable dans ce document</translation>
    </message>
</context>
<context>
    <name>HeaderDialog</name>
    <message>
        <source>Document Details</source>
        <translation>Données de la première page</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Please check the highlighted fields.</source>
        <translation>Vérifiez les champs signalés.</translation>
    </message>
    <message>
        <source>All fields were read with confidence. Your corrections are kept if the document is re-imported.</source>
        <translation>Tout a été lu avec certitude. Ce que vous écrivez ici est conservé, quelles que soient les lectures suivantes.</translation>
    </message>
</context>
<context>
    <name>HitDelegate</name>
    <message>
        <source>{n} shown</source>
        <translation>affichés&#xa0;: {n}</translation>
    </message>
    <message>
        <source>1 result</source>
        <translation>1 résultat</translation>
    </message>
    <message>
        <source>{n} results</source>
        <translation>{n} résultats</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>Open in New &amp;Tab</source>
        <translation>Ouvrir dans un ongle&amp;t à part</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Voir ici</translation>
    </message>
    <message>
        <source>Open in {language}</source>
        <translation>Ouvrir en {language}</translation>
    </message>
    <message>
        <source>Open {document}</source>
        <translation>Ouvrir {document}</translation>
    </message>
</context>
<context>
    <name>HitsModel</name>
    <message>
        <source>on {place}</source>
        <translation>sur {place}</translation>
    </message>
    <message>
        <source>also in {places}</source>
        <translation>aussi dans {places}</translation>
    </message>
    <message>
        <source>Without {what}</source>
        <translation>Sans&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Did you mean “{what}”?</source>
        <translation>Vouliez-vous dire «&#xa0;{what}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>Try {what}</source>
        <translation>Essayer {what}</translation>
    </message>
    <message>
        <source>All word forms</source>
        <translation>Toutes les formes du mot</translation>
    </message>
    <message>
        <source>accents ignored</source>
        <translation>sans tenir compte des accents</translation>
    </message>
    <message>
        <source>word form</source>
        <translation>autre forme du mot</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>commence par</translation>
    </message>
    <message>
        <source>similar spelling</source>
        <translation>orthographe proche</translation>
    </message>
    <message>
        <source>Show 1 more result</source>
        <translation>Afficher l’autre résultat</translation>
    </message>
    <message>
        <source>Show {n} more results</source>
        <translation>Afficher les {n} autres résultats</translation>
    </message>
    <message>
        <source>Go to {place}</source>
        <translation>Aller à {place}</translation>
    </message>
    <message>
        <source>1 result</source>
        <translation>1 résultat</translation>
    </message>
    <message>
        <source>{n} results</source>
        <translation>{n} résultats</translation>
    </message>
    <message>
        <source>Also in other languages: nothing has been learned yet.</source>
        <translation>Aussi dans d’autres langues : rien n’a encore été appris.</translation>
    </message>
    <message>
        <source>Import a document in two languages, or a term base under Preferences &gt; Library.</source>
        <translation>Importez un document en deux langues, ou une base terminologique sous Préférences &gt; Bibliothèque.</translation>
    </message>
    <message>
        <source>Also in other languages ({n})</source>
        <translation>Aussi dans d’autres langues ({n})</translation>
    </message>
    <message>
        <source>Your notes</source>
        <translation>Vos notes</translation>
    </message>
    <message>
        <source>Your positions</source>
        <translation>Vos positions</translation>
    </message>
    <message>
        <source>Interventions</source>
        <translation>Interventions</translation>
    </message>
    <message>
        <source>No results. Try instead:</source>
        <translation>Aucun résultat. Essayez&#xa0;:</translation>
    </message>
</context>
<context>
    <name>HolderCombo</name>
    <message>
        <source>Delegation with the reservation</source>
        <translation>Délégation auteure de la réserve</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>la nôtre</translation>
    </message>
</context>
<context>
    <name>ImportController</name>
    <message>
        <source>text from the clipboard</source>
        <translation>texte du presse-papiers</translation>
    </message>
</context>
<context>
    <name>InputDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>{name} is required.</source>
        <translation>{name}&#xa0;: champ obligatoire.</translation>
    </message>
</context>
<context>
    <name>InterventionsModel</name>
    <message>
        <source>{n} delegations</source>
        <translation>{n} délégations</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>conclusion</source>
        <translation>conclusion</translation>
    </message>
</context>
<context>
    <name>InterventionsView</name>
    <message>
        <source>Interventions</source>
        <translation>Interventions</translation>
    </message>
    <message>
        <source>Move to item</source>
        <translation>Déplacer au point</translation>
    </message>
    <message>
        <source>&amp;Meeting as a whole</source>
        <translation>&amp;Réunion dans son ensemble</translation>
    </message>
    <message>
        <source>&amp;Edit	F2</source>
        <translation>&amp;Modifier	F2</translation>
    </message>
    <message>
        <source>&amp;Go to paragraph</source>
        <translation>&amp;Aller à sa place</translation>
    </message>
    <message>
        <source>&amp;Delete	Del</source>
        <translation>&amp;Supprimer	Suppr</translation>
    </message>
</context>
<context>
    <name>KeyGuard</name>
    <message>
        <source>{command} is not available here</source>
        <translation>{command} n’est pas disponible ici</translation>
    </message>
    <message>
        <source>“{command}” is {key} now.</source>
        <translation>« {command} » : désormais {key}.</translation>
    </message>
    <message>
        <source>“{command}” has no key now; {all} finds it.</source>
        <translation>« {command} » n’a plus de raccourci ; {all} la trouve.</translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>Reassi&amp;gn</source>
        <translation>&amp;Prendre à l’autre</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>Auc&amp;un raccourci</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Reset &amp;All</source>
        <translation>&amp;Tout rétablir</translation>
    </message>
    <message>
        <source>&amp;Print Shortcuts…</source>
        <translation>&amp;Imprimer les raccourcis…</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Raccourci</translation>
    </message>
    <message>
        <source>Commands and their shortcuts</source>
        <translation>Commandes et leurs raccourcis</translation>
    </message>
    <message>
        <source>{keys}, also of {commands}</source>
        <translation>{keys}, aussi pour {commands}</translation>
    </message>
    <message>
        <source>{command}, {keys}</source>
        <translation>{command}, {keys}</translation>
    </message>
    <message>
        <source>{command}, no shortcut</source>
        <translation>{command}, aucun raccourci</translation>
    </message>
    <message>
        <source>{keys}: your shortcut for {commands}</source>
        <translation>{keys} : votre raccourci pour {commands}</translation>
    </message>
    <message>
        <source>Shortcut for “{command}”</source>
        <translation>Raccourci de «&#xa0;{command}&#xa0;»</translation>
    </message>
    <message>
        <source>This shortcut is also used by {commands}.</source>
        <translation>Son raccourci est aussi celui de {commands}.</translation>
    </message>
    <message>
        <source>{why} Press another key.</source>
        <translation>{why} Essayez-en un autre.</translation>
    </message>
    <message>
        <source>{key} is already used by {commands}.</source>
        <translation>{key} est déjà utilisé par {commands}.</translation>
    </message>
    <message>
        <source>Shortcut saved.</source>
        <translation>Raccourci enregistré.</translation>
    </message>
</context>
<context>
    <name>KeyRecorder</name>
    <message>
        <source>Press the new shortcut</source>
        <translation>Appuyez sur le nouveau raccourci</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;Customise…</source>
        <translation>&amp;Changer les raccourcis…</translation>
    </message>
    <message>
        <source>&amp;Print Shortcuts…</source>
        <translation>&amp;Imprimer les raccourcis…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Fermer</translation>
    </message>
</context>
<context>
    <name>LibraryWork</name>
    <message>
        <source>You can stop at any time; nothing is changed until it is complete.</source>
        <translation>Jusqu’à la fin, tout reste comme avant&#xa0;: l’opération peut être arrêtée.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
</context>
<context>
    <name>LibraryWorkDialog</name>
    <message>
        <source>C&amp;ontinue</source>
        <translation>&amp;Continuer</translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Search components and licences</source>
        <translation>Chercher un composant, une licence ou des mots de son texte</translation>
    </message>
    <message>
        <source>No matches.</source>
        <translation>Aucun résultat.</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Composants du programme</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>La licence</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>LockController</name>
    <message>
        <source>Your last changes cannot be saved and would be lost. The library will lock as soon as they are saved.</source>
        <translation>Votre dernière saisie ne peut pas être enregistrée et serait perdue. Le verrouillage se fera dès qu’elle sera enregistrée.</translation>
    </message>
    <message>
        <source>Library not locked</source>
        <translation>La bibliothèque n’est pas verrouillée</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Current paragraph</source>
        <translation>Au sujet du paragraphe</translation>
    </message>
    <message>
        <source>More menus</source>
        <translation>Autres menus</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Import Documents</source>
        <translation>Importer des documents</translation>
    </message>
    <message>
        <source>First copy files in a file manager, or text from any program.</source>
        <translation>Copiez d’abord des fichiers dans le gestionnaire de fichiers, ou un texte.</translation>
    </message>
    <message>
        <source>Nothing to paste</source>
        <translation>Rien à coller</translation>
    </message>
    <message>
        <source>Start &amp;Meeting</source>
        <translation>Commencer la ré&amp;union</translation>
    </message>
    <message>
        <source>Delegate Desk</source>
        <translation>Delegate Desk</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop importing documents</source>
        <translation>Arrêter l’import de documents</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Delegate Desk never opens a network connection</source>
        <translation>Delegate Desk n’ouvre jamais de connexion réseau</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>Bibliot&amp;hèque</translation>
    </message>
    <message>
        <source>R&amp;ecent Libraries</source>
        <translation>&amp;Bibliothèques récentes</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>Interface La&amp;nguage</source>
        <translation>&amp;Langue de la fenêtre</translation>
    </message>
    <message>
        <source>&amp;Position</source>
        <translation>&amp;Position</translation>
    </message>
    <message>
        <source>&amp;Meeting</source>
        <translation>Ré&amp;union</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;Import Documents…</source>
        <translation>&amp;Importer des documents…</translation>
    </message>
    <message>
        <source>Import PDF, Word, HTML and text files, archives and emails into the library</source>
        <translation>Lire des fichiers PDF, Word, web et texte, des archives et des courriels dans la bibliothèque</translation>
    </message>
    <message>
        <source>&amp;Mark-up</source>
        <translation>&amp;Marques</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Zoom</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Apparence</translation>
    </message>
    <message>
        <source>Split and &amp;Windows</source>
        <translation>&amp;Division et fenêtres</translation>
    </message>
    <message>
        <source>&amp;Document</source>
        <translation>D&amp;ocument</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Notes</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>P&amp;lus</translation>
    </message>
    <message>
        <source>&amp;Stance</source>
        <translation>&amp;Position de principe</translation>
    </message>
    <message>
        <source>C&amp;hanges</source>
        <translation>C&amp;hangements</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exporter</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>C&amp;oller</translation>
    </message>
    <message>
        <source>Paste files, or text as a document</source>
        <translation>Coller des fichiers, ou du texte en tant que document</translation>
    </message>
    <message>
        <source>&amp;Watch Folder…</source>
        <translation>&amp;Surveiller un répertoire…</translation>
    </message>
    <message>
        <source>Import new files from a folder automatically</source>
        <translation>Importer tout ce qui est placé dans un répertoire</translation>
    </message>
    <message>
        <source>&amp;What Changed for Us</source>
        <translation>Ce &amp;qui a changé pour nous</translation>
    </message>
    <message>
        <source>How the current document affects our proposals, red lines, reservations and questions on the previous one</source>
        <translation>Ce que le document affiché a fait de nos propositions, lignes rouges, réserves et questions sur le précédent</translation>
    </message>
    <message>
        <source>&amp;Review Carried-Over Notes</source>
        <translation>&amp;Vérifier les éléments reportés</translation>
    </message>
    <message>
        <source>Choose the place of notes that could not be placed with certainty</source>
        <translation>Dire où vont les notes dont la place est incertaine</translation>
    </message>
    <message>
        <source>C&amp;arry Over from Previous Revision</source>
        <translation>Reporter &amp;depuis la révision précédente</translation>
    </message>
    <message>
        <source>Carry over notes, interventions and our position; repeating this adds no duplicates</source>
        <translation>Reporter les notes, les interventions et notre position&#xa0;; recommencer n’ajoute rien</translation>
    </message>
    <message>
        <source>Export “What Changed for Us” to Wor&amp;d…</source>
        <translation>Ce qui a changé pour nous vers W&amp;ord…</translation>
    </message>
    <message>
        <source>Copy “What Changed for Us” for &amp;Email</source>
        <translation>Copier ce qui a changé pour nous en courri&amp;el</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>Preview the contents and export them as Word, PDF, HTML or text</source>
        <translation>Voir ce qui va partir, et l’écrire en fichier Word, PDF, page web ou texte</translation>
    </message>
    <message>
        <source>E&amp;xport Notes…</source>
        <translation>&amp;Exporter les notes…</translation>
    </message>
    <message>
        <source>Export notes for circulation, with internal ones if you choose</source>
        <translation>Écrire dans un fichier toutes les notes à diffuser&#xa0;; les internes aussi, au choix</translation>
    </message>
    <message>
        <source>&amp;Import Notes…</source>
        <translation>I&amp;mporter des notes…</translation>
    </message>
    <message>
        <source>Import notes from Delegate Desk or another program, as Web Annotations</source>
        <translation>Importer des notes de ce programme ou d’un autre, en Web Annotations</translation>
    </message>
    <message>
        <source>Open &amp;Original</source>
        <translation>Ouvrir le fichier &amp;original</translation>
    </message>
    <message>
        <source>&amp;Re-import from Original</source>
        <translation>&amp;Relire l’original</translation>
    </message>
    <message>
        <source>Process the original file with this version of the program; corrections, notes and positions are kept</source>
        <translation>Le lire comme le fait cette version du programme&#xa0;; corrections, notes et positions restent</translation>
    </message>
    <message>
        <source>&amp;Update Older Imports</source>
        <translation>Re&amp;lire ce qu’une version antérieure a lu</translation>
    </message>
    <message>
        <source>Re-import all documents that were imported by an older version of the program</source>
        <translation>Relire tous les documents lus par une version antérieure du programme</translation>
    </message>
    <message>
        <source>&amp;Move to Trash</source>
        <translation>Mettre à la cor&amp;beille</translation>
    </message>
    <message>
        <source>Empty Tras&amp;h…</source>
        <translation>Vi&amp;der la corbeille…</translation>
    </message>
    <message>
        <source>&amp;Close Tab</source>
        <translation>&amp;Fermer l’onglet</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Copy with C&amp;itation</source>
        <translation>Copier avec ré&amp;férence</translation>
    </message>
    <message>
        <source>Document &amp;Details…</source>
        <translation>&amp;Données de la première page…</translation>
    </message>
    <message>
        <source>Correct the reference, date, sender and other details</source>
        <translation>Corriger ce qui a été lu&#xa0;: référence, date, origine et autres</translation>
    </message>
    <message>
        <source>&amp;Find in This Document</source>
        <translation>Rec&amp;hercher dans ce document</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>Résultat &amp;suivant</translation>
    </message>
    <message>
        <source>Find Previ&amp;ous</source>
        <translation>Résultat préc&amp;édent</translation>
    </message>
    <message>
        <source>&amp;New Meeting…</source>
        <translation>&amp;Nouvelle réunion…</translation>
    </message>
    <message>
        <source>&amp;Welcome Page</source>
        <translation>Page &amp;d’accueil</translation>
    </message>
    <message>
        <source>Fi&amp;lter Results</source>
        <translation>&amp;Affiner les résultats</translation>
    </message>
    <message>
        <source>&amp;Save Search…</source>
        <translation>Enre&amp;gistrer cette recherche…</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>Préfére&amp;nces…</translation>
    </message>
    <message>
        <source>Clear Recent Searc&amp;hes</source>
        <translation>&amp;Oublier les recherches récentes</translation>
    </message>
    <message>
        <source>&amp;Details Pane</source>
        <translation>Colonne para&amp;graphe</translation>
    </message>
    <message>
        <source>&amp;Outline</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>Ori&amp;ginal Pages</source>
        <translation>Page de l’&amp;original</translation>
    </message>
    <message>
        <source>Next &amp;Reading</source>
        <translation>&amp;Lecture suivante</translation>
    </message>
    <message>
        <source>Next &amp;Part of the Window</source>
        <translation>&amp;Partie suivante de la fenêtre</translation>
    </message>
    <message>
        <source>Previous P&amp;art of the Window</source>
        <translation>&amp;Partie précédente de la fenêtre</translation>
    </message>
    <message>
        <source>F&amp;ootnote</source>
        <translation>&amp;Note de bas de page du paragraphe</translation>
    </message>
    <message>
        <source>Follow &amp;Reference</source>
        <translation>Suivre un ren&amp;voi</translation>
    </message>
    <message>
        <source>Same Place in Another Lang&amp;uage</source>
        <translation>Même passage dans une autre &amp;langue</translation>
    </message>
    <message>
        <source>Next Page of the Original</source>
        <translation>Page suivante de l’original</translation>
    </message>
    <message>
        <source>Previous Page of the Original</source>
        <translation>Page précédente de l’original</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Lettres plus g&amp;randes</translation>
    </message>
    <message>
        <source>Zoom O&amp;ut</source>
        <translation>Lettres plus pet&amp;ites</translation>
    </message>
    <message>
        <source>&amp;Reset Zoom</source>
        <translation>Lettres de &amp;taille normale</translation>
    </message>
    <message>
        <source>With &amp;Mark-up</source>
        <translation>Avec les &amp;marques</translation>
    </message>
    <message>
        <source>&amp;Before Changes</source>
        <translation>&amp;Avant les changements</translation>
    </message>
    <message>
        <source>&amp;After Changes</source>
        <translation>Aprè&amp;s les changements</translation>
    </message>
    <message>
        <source>Interpret Bold a&amp;s…</source>
        <translation>Se&amp;ns des mots en gras…</translation>
    </message>
    <message>
        <source>Compare with Pre&amp;vious Revision</source>
        <translation>Comparer avec la révision &amp;précédente</translation>
    </message>
    <message>
        <source>&amp;Compare with…</source>
        <translation>&amp;Comparer avec…</translation>
    </message>
    <message>
        <source>Compare &amp;Languages</source>
        <translation>&amp;Langues côte à côte</translation>
    </message>
    <message>
        <source>&amp;Next Change</source>
        <translation>Changement &amp;suivant</translation>
    </message>
    <message>
        <source>&amp;Previous Change</source>
        <translation>Ch&amp;angement précédent</translation>
    </message>
    <message>
        <source>&amp;One Column</source>
        <translation>&amp;Une colonne</translation>
    </message>
    <message>
        <source>Split &amp;Right</source>
        <translation>Diviser à &amp;droite</translation>
    </message>
    <message>
        <source>Split &amp;Down</source>
        <translation>Diviser en &amp;bas</translation>
    </message>
    <message>
        <source>&amp;Move to Other Pane</source>
        <translation>Déplacer l’onglet de l’autre &amp;côté</translation>
    </message>
    <message>
        <source>&amp;Next Pane</source>
        <translation>Côté &amp;suivant</translation>
    </message>
    <message>
        <source>&amp;Previous Pane</source>
        <translation>Côté &amp;précédent</translation>
    </message>
    <message>
        <source>Move Tab to New &amp;Window</source>
        <translation>Déplacer l’onglet dans une &amp;nouvelle fenêtre</translation>
    </message>
    <message>
        <source>Move Tab &amp;Back</source>
        <translation>&amp;Ramener l’onglet</translation>
    </message>
    <message>
        <source>Go to &amp;Library</source>
        <translation>&amp;Aller à la bibliothèque</translation>
    </message>
    <message>
        <source>Go to &amp;Text</source>
        <translation>&amp;Aller au texte</translation>
    </message>
    <message>
        <source>Go to &amp;Details Pane</source>
        <translation>&amp;Aller à la colonne paragraphe</translation>
    </message>
    <message>
        <source>&amp;Draft on This Paragraph</source>
        <translation>Rédiger sur &amp;ce paragraphe</translation>
    </message>
    <message>
        <source>Mark as &amp;Cleared…</source>
        <translation>&amp;Viser…</translation>
    </message>
    <message>
        <source>T&amp;humbnails</source>
        <translation>Pages en miniat&amp;ure</translation>
    </message>
    <message>
        <source>&amp;Presenter’s View</source>
        <translation>&amp;Vue pour la salle</translation>
    </message>
    <message>
        <source>Print Ori&amp;ginal Pages…</source>
        <translation>Imprimer les pa&amp;ges de l’original…</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>Plein é&amp;cran</translation>
    </message>
    <message>
        <source>&amp;Next Paragraph</source>
        <translation>Paragraphe &amp;suivant</translation>
    </message>
    <message>
        <source>&amp;Previous Paragraph</source>
        <translation>&amp;Paragraphe précédent</translation>
    </message>
    <message>
        <source>Next &amp;Heading</source>
        <translation>&amp;Titre suivant</translation>
    </message>
    <message>
        <source>Previous H&amp;eading</source>
        <translation>Titre p&amp;récédent</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>&amp;Aller à une disposition…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Reto&amp;ur</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>Avan&amp;cer</translation>
    </message>
    <message>
        <source>Next T&amp;ab</source>
        <translation>&amp;Onglet suivant</translation>
    </message>
    <message>
        <source>Pre&amp;vious Tab</source>
        <translation>Onglet précéd&amp;ent</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Question</translation>
    </message>
    <message>
        <source>&amp;Red Line</source>
        <translation>Ligne &amp;rouge</translation>
    </message>
    <message>
        <source>&amp;Scrutiny Reservation</source>
        <translation>Réserve d’e&amp;xamen</translation>
    </message>
    <message>
        <source>&amp;Parliamentary Reservation</source>
        <translation>Réserve &amp;parlementaire</translation>
    </message>
    <message>
        <source>&amp;Linguistic Reservation</source>
        <translation>Réserve &amp;linguistique</translation>
    </message>
    <message>
        <source>Reser&amp;vation</source>
        <translation>Rés&amp;erve</translation>
    </message>
    <message>
        <source>Supp&amp;ort</source>
        <translation>Soutien (&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;All Notes and Marks</source>
        <translation>Toutes les notes et m&amp;arques</translation>
    </message>
    <message>
        <source>D&amp;eadlines</source>
        <translation>É&amp;chéances</translation>
    </message>
    <message>
        <source>Cop&amp;y for Email…</source>
        <translation>Copier pour un co&amp;urriel…</translation>
    </message>
    <message>
        <source>Preview the contents and copy them as text and as a formatted page</source>
        <translation>Voir ce qui va partir, et le mettre dans le presse-papiers comme texte et comme page</translation>
    </message>
    <message>
        <source>P&amp;hrases…</source>
        <translation>P&amp;hrases…</translation>
    </message>
    <message>
        <source>Insert one of your phrases by its keyword, or save a new one</source>
        <translation>Insérer un texte à vous, ou en garder un, par son mot-clé</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Im&amp;primer…</translation>
    </message>
    <message>
        <source>&amp;Unplaced Notes…</source>
        <translation>Élément&amp;s sans place…</translation>
    </message>
    <message>
        <source>&amp;Insert Provision After</source>
        <translation>&amp;Nouvelle disposition après celle-ci</translation>
    </message>
    <message>
        <source>Propose a new provision after the current one</source>
        <translation>Proposer une disposition absente du texte, après la disposition en cours</translation>
    </message>
    <message>
        <source>P&amp;ropose Deletion</source>
        <translation>&amp;Supprimer ou garder la disposition</translation>
    </message>
    <message>
        <source>Propose deletion of the current provision; repeat to cancel</source>
        <translation>Proposer de supprimer la disposition en cours&#x202f;; une seconde fois la maintient</translation>
    </message>
    <message>
        <source>&amp;Move Provision…</source>
        <translation>&amp;Déplacer la disposition…</translation>
    </message>
    <message>
        <source>Propose another place for the current provision</source>
        <translation>Proposer une autre place pour la disposition en cours</translation>
    </message>
    <message>
        <source>Add &amp;Field…</source>
        <translation>&amp;Ajouter un champ…</translation>
    </message>
    <message>
        <source>Justification, joint delegations, fallbacks, red line, instruction, priority, tags</source>
        <translation>Justification, délégations associées, positions de repli, ligne rouge, instruction, priorité, étiquettes</translation>
    </message>
    <message>
        <source>&amp;Accept and Move to Next</source>
        <translation>&amp;Garder le changement et continuer</translation>
    </message>
    <message>
        <source>Keep the current change and move to the next one</source>
        <translation>Laisser le changement en cours tel quel et passer au suivant</translation>
    </message>
    <message>
        <source>&amp;Revert Change</source>
        <translation>Ann&amp;uler le changement</translation>
    </message>
    <message>
        <source>Restore the original text in the current change or in the selection</source>
        <translation>Rétablir le texte source pour le changement en cours ou dans la sélection</translation>
    </message>
    <message>
        <source>Square &amp;Brackets…</source>
        <translation>&amp;Crochets…</translation>
    </message>
    <message>
        <source>Put words or alternatives in square brackets</source>
        <translation>Mettre des mots entre crochets, ou des variantes côte à côte</translation>
    </message>
    <message>
        <source>Adop&amp;t Another Delegation’s Drafting</source>
        <translation>&amp;Reprendre un libellé des autres</translation>
    </message>
    <message>
        <source>Adopt another delegation’s drafting of the current provision</source>
        <translation>Reprendre ce que d’autres proposent sur la disposition en cours</translation>
    </message>
    <message>
        <source>Record who cleared the position</source>
        <translation>Dire qui a visé la position</translation>
    </message>
    <message>
        <source>&amp;Mark as Sent…</source>
        <translation>&amp;Marquer comme envoyée…</translation>
    </message>
    <message>
        <source>Record the recipient and archive this version</source>
        <translation>Dire à qui la position est partie&#xa0;: cette version est alors conservée telle quelle</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>Re&amp;tirer</translation>
    </message>
    <message>
        <source>Withdraw the position as a whole</source>
        <translation>Retirer la position dans son ensemble</translation>
    </message>
    <message>
        <source>&amp;Versions…</source>
        <translation>V&amp;ersions…</translation>
    </message>
    <message>
        <source>Compare versions of the position and see the history of each field</source>
        <translation>Comparer les versions de la position, et voir ce qu’est devenu chaque champ</translation>
    </message>
    <message>
        <source>Amen&amp;ded Act…</source>
        <translation>Acte &amp;modifié…</translation>
    </message>
    <message>
        <source>Dossier &amp;Timeline</source>
        <translation>C&amp;hronologie du dossier</translation>
    </message>
    <message>
        <source>Show the documents of this dossier in chronological order, including missing ones</source>
        <translation>Afficher les documents de cette négociation dans l’ordre du temps, y compris ceux qui manquent</translation>
    </message>
    <message>
        <source>&amp;Written Comments</source>
        <translation>&amp;Observations écrites</translation>
    </message>
    <message>
        <source>Wr&amp;itten Comments</source>
        <translation>&amp;Observations écrites</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Menus</translation>
    </message>
    <message>
        <source>Menus (Alt)</source>
        <translation>Menus (Alt)</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Colonne latérale</translation>
    </message>
    <message>
        <source>Search, or type &gt; for commands</source>
        <translation>Rechercher, ou &gt; pour les commandes</translation>
    </message>
    <message>
        <source>Rep&amp;lace…</source>
        <translation>R&amp;emplacer…</translation>
    </message>
    <message>
        <source>Replace words everywhere in this position</source>
        <translation>Remplacer des mots dans toute la position</translation>
    </message>
    <message>
        <source>&amp;Search Library</source>
        <translation>Rechercher &amp;dans la bibliothèque</translation>
    </message>
    <message>
        <source>&amp;Concordance…</source>
        <translation>&amp;Concordance…</translation>
    </message>
    <message>
        <source>Show Results in &amp;Other Languages</source>
        <translation>Résultats dans d’&amp;autres langues</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>Colonne &amp;latérale</translation>
    </message>
    <message>
        <source>Compare This Para&amp;graph</source>
        <translation>Comparer ce para&amp;graphe</translation>
    </message>
    <message>
        <source>Our D&amp;rafting</source>
        <translation>Notre &amp;rédaction</translation>
    </message>
    <message>
        <source>R&amp;eopen Closed Tab</source>
        <translation>Rou&amp;vrir l’onglet fermé</translation>
    </message>
    <message>
        <source>Go to &amp;Today</source>
        <translation>Aller à &amp;Aujourd’hui</translation>
    </message>
    <message>
        <source>Meeting on This Document</source>
        <translation>Réunion sur ce document</translation>
    </message>
    <message>
        <source>Rename Document</source>
        <translation>Renommer le document</translation>
    </message>
    <message>
        <source>Change the short title of the document; an empty title restores the previous one</source>
        <translation>Modifier le titre court du document ; un titre vide rétablit le précédent</translation>
    </message>
    <message>
        <source>Search or &amp;Command…</source>
        <translation>&amp;Recherche ou commande…</translation>
    </message>
    <message>
        <source>Open &amp;Position</source>
        <translation>&amp;Ouvrir la position</translation>
    </message>
    <message>
        <source>Review other delegations’ written comments by provision, and place those without a place</source>
        <translation>Voir les contributions écrites des autres délégations par disposition, et placer ce qui n’a pas de place</translation>
    </message>
    <message>
        <source>Import Written &amp;Comments…</source>
        <translation>&amp;Importer une contribution…</translation>
    </message>
    <message>
        <source>Read a document in the library as other delegations’ written comments on this document</source>
        <translation>Lire un document d’autres délégations présent ici comme leurs observations et libellés sur ce document</translation>
    </message>
    <message>
        <source>Open &amp;Returned File…</source>
        <translation>Ouvrir un fichier &amp;renvoyé…</translation>
    </message>
    <message>
        <source>Show what the capital changed in a Word file that we exported, and accept it</source>
        <translation>Afficher et accepter ce que la capitale a modifié dans un fichier Word que nous avons exporté</translation>
    </message>
    <message>
        <source>&amp;Four Columns</source>
        <translation>&amp;Quatre colonnes</translation>
    </message>
    <message>
        <source>Compare the columns of a four-column document, row by row</source>
        <translation>Comparer les colonnes d’un document à quatre colonnes, ligne par ligne</translation>
    </message>
    <message>
        <source>&amp;Build Four-Column Table…</source>
        <translation>&amp;Établir un tableau à quatre colonnes…</translation>
    </message>
    <message>
        <source>Put this document, the proposal, beside the texts of Parliament and Council, by provision</source>
        <translation>Placer ce document, la proposition, à côté des textes du Parlement et du Conseil, par disposition</translation>
    </message>
    <message>
        <source>Start or exit the meeting on the current document</source>
        <translation>Siéger à la réunion que le document affiché convoque ou concerne, ou la quitter</translation>
    </message>
    <message>
        <source>Create a meeting manually</source>
        <translation>Créer une réunion à la main</translation>
    </message>
    <message>
        <source>&amp;Capture Line</source>
        <translation>Ligne de &amp;saisie</translation>
    </message>
    <message>
        <source>Next &amp;Item</source>
        <translation>Point su&amp;ivant</translation>
    </message>
    <message>
        <source>&amp;Previous Item</source>
        <translation>&amp;Point précédent</translation>
    </message>
    <message>
        <source>&amp;Add Item</source>
        <translation>&amp;Ajouter un point</translation>
    </message>
    <message>
        <source>Interventions &amp;Here</source>
        <translation>&amp;Ce qui a été dit ici</translation>
    </message>
    <message>
        <source>All interventions on the current paragraph, in this and other meetings</source>
        <translation>Tout ce qui a été dit sur le paragraphe en cours, dans cette réunion et dans d’autres</translation>
    </message>
    <message>
        <source>Matri&amp;x</source>
        <translation>&amp;Tableau des positions</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>Compte &amp;rendu</translation>
    </message>
    <message>
        <source>M&amp;eeting Report…</source>
        <translation>Compte rendu de réuni&amp;on…</translation>
    </message>
    <message>
        <source>Export the meeting report as Word or plain text</source>
        <translation>Écrire le compte rendu de la réunion en fichier Word ou en texte brut</translation>
    </message>
    <message>
        <source>Cop&amp;y Report for Email</source>
        <translation>Copier le compte rendu pour un courri&amp;el</translation>
    </message>
    <message>
        <source>Copy the report for circulation as plain text</source>
        <translation>Copier le compte rendu en texte brut, tel qu’il est diffusé</translation>
    </message>
    <message>
        <source>Export Matrix to &amp;Word…</source>
        <translation>Tableau vers &amp;Word…</translation>
    </message>
    <message>
        <source>Export the matrix to Word (A4 landscape)</source>
        <translation>Écrire le tableau des positions en fichier Word imprimable en A4 paysage</translation>
    </message>
    <message>
        <source>&amp;Speaking Note…</source>
        <translation>É&amp;léments d’intervention…</translation>
    </message>
    <message>
        <source>Export what we say in the meeting, in agenda order</source>
        <translation>Écrire ce que nous disons en réunion, dans l’ordre du jour</translation>
    </message>
    <message>
        <source>&amp;Voting Calculator…</source>
        <translation>&amp;Calculer un vote…</translation>
    </message>
    <message>
        <source>Majorities, populations and blocking minorities: a calculation, not an official result</source>
        <translation>Majorités, populations et minorités de blocage&#xa0;: un calcul, pas un résultat officiel</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Manuel</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>Getting started, your delegation and your languages</source>
        <translation>Trois façons de commencer, votre délégation et les langues que vous lisez</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Guide</translation>
    </message>
    <message>
        <source>A six-step tour of the sample library, from searching to exporting a position</source>
        <translation>Six étapes à travers les exemples, de la recherche d’un passage à une position envoyée</translation>
    </message>
    <message>
        <source>Try the &amp;Sample Library</source>
        <translation>Explorer les e&amp;xemples</translation>
    </message>
    <message>
        <source>Open a library of fictitious documents; your own library is not affected</source>
        <translation>Ouvrir une bibliothèque de documents inventés pour tout essayer&#x202f;; la vôtre reste telle quelle</translation>
    </message>
    <message>
        <source>&amp;Open Library…</source>
        <translation>Ouvrir une &amp;autre bibliothèque…</translation>
    </message>
    <message>
        <source>&amp;New Library…</source>
        <translation>Nouvelle b&amp;ibliothèque…</translation>
    </message>
    <message>
        <source>Back to &amp;My Library</source>
        <translation>Revenir à &amp;ma bibliothèque</translation>
    </message>
    <message>
        <source>&amp;Back Up Now…</source>
        <translation>&amp;Sauvegarder…</translation>
    </message>
    <message>
        <source>B&amp;ackups…</source>
        <translation>Sauve&amp;gardes et emplacements…</translation>
    </message>
    <message>
        <source>&amp;Restore Backup…</source>
        <translation>&amp;Restaurer une sauvegarde…</translation>
    </message>
    <message>
        <source>E&amp;xport Package…</source>
        <translation>P&amp;réparer un paquet…</translation>
    </message>
    <message>
        <source>&amp;Import Package…</source>
        <translation>&amp;Ouvrir un paquet…</translation>
    </message>
    <message>
        <source>Shared &amp;Folder…</source>
        <translation>Répertoire par&amp;tagé…</translation>
    </message>
    <message>
        <source>&amp;People…</source>
        <translation>Perso&amp;nnes…</translation>
    </message>
    <message>
        <source>Encr&amp;yption…</source>
        <translation>Chiffrem&amp;ent…</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Verrouiller</translation>
    </message>
    <message>
        <source>&amp;Check Library…</source>
        <translation>&amp;Vérifier la bibliothèque…</translation>
    </message>
    <message>
        <source>&amp;Support Report…</source>
        <translation>Rapport pour l’&amp;assistance…</translation>
    </message>
    <message>
        <source>Show &amp;Log</source>
        <translation>Afficher le &amp;journal</translation>
    </message>
    <message>
        <source>&amp;About Delegate Desk</source>
        <translation>À &amp;propos de Delegate Desk</translation>
    </message>
    <message>
        <source>&amp;System Default</source>
        <translation>Comme le s&amp;ystème</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>&amp;High Contrast</source>
        <translation>Con&amp;traste élevé</translation>
    </message>
    <message>
        <source>&amp;Comfortable</source>
        <translation>Con&amp;fortable</translation>
    </message>
    <message>
        <source>Com&amp;pact</source>
        <translation>Com&amp;pacte</translation>
    </message>
    <message>
        <source>Documents ({suffixes})</source>
        <translation>Documents ({suffixes})</translation>
    </message>
    <message>
        <source>Export to Ca&amp;lendar…</source>
        <translation>Exporter vers le calen&amp;drier…</translation>
    </message>
    <message>
        <source>Export all meetings and deadlines as a calendar file (.ics)</source>
        <translation>Exporter toutes les réunions et échéances dans un fichier de calendrier (.ics)</translation>
    </message>
    <message>
        <source>Can &amp;Accept</source>
        <translation>&amp;Acceptable</translation>
    </message>
    <message>
        <source>Support &amp;if Amended</source>
        <translation>Soutien s&amp;i modifié</translation>
    </message>
    <message>
        <source>Oppos&amp;e</source>
        <translation>&amp;Opposition</translation>
    </message>
    <message>
        <source>State&amp;ment</source>
        <translation>&amp;Déclaration</translation>
    </message>
    <message>
        <source>Newer Revision</source>
        <translation>Révision plus récente</translation>
    </message>
    <message>
        <source>Older Revision</source>
        <translation>Révision plus ancienne</translation>
    </message>
    <message>
        <source>Show the act that this document amends as it would read</source>
        <translation>Afficher l’acte que ce document modifie, tel qu’il se lirait</translation>
    </message>
    <message>
        <source>A&amp;llies</source>
        <translation>A&amp;lliés</translation>
    </message>
    <message>
        <source>Which delegations agree with us and with each other; internal</source>
        <translation>Quelles délégations sont d’accord avec nous et entre elles; interne</translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message>
        <source>Manual</source>
        <translation>Manuel</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Rechercher dans le manuel</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Results in the manual</source>
        <translation>Trouvé dans le manuel</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Avancer</translation>
    </message>
    <message>
        <source>1 result</source>
        <translation>1 passage</translation>
    </message>
    <message>
        <source>{n} results</source>
        <translation>{n} passages</translation>
    </message>
    <message>
        <source>No matches in the manual.</source>
        <translation>Aucun résultat dans le manuel.</translation>
    </message>
</context>
<context>
    <name>MarginLabel</name>
    <message>
        <source>Drag to move the provision</source>
        <translation>Faites glisser pour déplacer la disposition</translation>
    </message>
</context>
<context>
    <name>MatrixFileSection</name>
    <message>
        <source>for</source>
        <translation>pour</translation>
    </message>
    <message>
        <source>if amended</source>
        <translation>si modifié</translation>
    </message>
    <message>
        <source>against</source>
        <translation>contre</translation>
    </message>
    <message>
        <source>scrutiny</source>
        <translation>examen</translation>
    </message>
    <message>
        <source>parliamentary</source>
        <translation>parlementaire</translation>
    </message>
    <message>
        <source>question</source>
        <translation>question</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>general</source>
        <translation>ensemble</translation>
    </message>
    <message>
        <source>{code} on {place}</source>
        <translation>{code} sur {place}</translation>
    </message>
    <message>
        <source>no intervention</source>
        <translation>aucune intervention</translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>Matrix: delegations by paragraphs</source>
        <translation>Tableau&#xa0;: délégations par paragraphe</translation>
    </message>
    <message>
        <source>&amp;Interventions	Enter</source>
        <translation>&amp;Ce qui a été dit	Entrée</translation>
    </message>
    <message>
        <source>&amp;Go to Paragraph</source>
        <translation>&amp;Aller au paragraphe</translation>
    </message>
</context>
<context>
    <name>Meeting</name>
    <message>
        <source>Meeting</source>
        <translation>Réunion</translation>
    </message>
    <message>
        <source>Agenda item of the matrix</source>
        <translation>Tableau de quel point</translation>
    </message>
    <message>
        <source>Interventions</source>
        <translation>Interventions</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Compte rendu</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Vote</translation>
    </message>
</context>
<context>
    <name>MeetingModeController</name>
    <message>
        <source>Meeting</source>
        <translation>Réunion</translation>
    </message>
    <message>
        <source>in the library: {names}</source>
        <translation>dans la bibliothèque&#xa0;: {names}</translation>
    </message>
    <message>
        <source>No document is linked to this item. Interventions are still recorded.</source>
        <translation>Aucun document n’est lié à ce point. Les interventions sont enregistrées malgré tout.</translation>
    </message>
    <message>
        <source>No interventions yet. Type delegation, sign, place and words, e.g. DE+ 10 agrees</source>
        <translation>Rien n’a encore été dit sur ce point. Tapez qui parle, un signe, où, et des mots&#xa0;: DE+ 10 d’accord</translation>
    </message>
    <message>
        <source>No document for this item is in the library. Missing: {names}. Drop it here or press {key}.</source>
        <translation>Aucun document de ce point n’est présent. Manquants&#xa0;: {names}. Déposez-les ici ou appuyez sur {key}.</translation>
    </message>
    <message>
        <source>Interventions on {place}, all meetings</source>
        <translation>Interventions sur {place}, toutes réunions</translation>
    </message>
    <message>
        <source>{key} to return to the item</source>
        <translation>{key} affiche de nouveau le point</translation>
    </message>
    <message>
        <source>No interventions yet.</source>
        <translation>Aucune intervention pour l’instant.</translation>
    </message>
    <message>
        <source>item {n}</source>
        <translation>point {n}</translation>
    </message>
    <message>
        <source>meeting as a whole</source>
        <translation>réunion dans son ensemble</translation>
    </message>
    <message>
        <source>1 intervention</source>
        <translation>1 intervention</translation>
    </message>
    <message>
        <source>{n} interventions</source>
        <translation>{n} interventions</translation>
    </message>
    <message>
        <source>1 delegation</source>
        <translation>1 délégation</translation>
    </message>
    <message>
        <source>{n} delegations</source>
        <translation>{n} délégations</translation>
    </message>
    <message>
        <source>Voting calculator</source>
        <translation>Calculateur de vote</translation>
    </message>
</context>
<context>
    <name>MeetingView</name>
    <message>
        <source>● In meeting</source>
        <translation>● En réunion</translation>
    </message>
    <message>
        <source>{key} to exit</source>
        <translation>{key} quitte</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>Tous les points</translation>
    </message>
</context>
<context>
    <name>MemberList</name>
    <message>
        <source>Members and their votes</source>
        <translation>Les membres et leur vote</translation>
    </message>
</context>
<context>
    <name>NameChooserDialog</name>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
</context>
<context>
    <name>NewMeetingDialog</name>
    <message>
        <source>Working party</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Working Party on …</source>
        <translation>Groupe …</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>10:00 (optional)</source>
        <translation>10:00, peut rester vide</translation>
    </message>
    <message>
        <source>You can add agenda items and documents later.</source>
        <translation>Les points et leurs documents s’ajoutent ensuite.</translation>
    </message>
    <message>
        <source>New Meeting</source>
        <translation>Nouvelle réunion</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>“{typed}” is not a valid date. Example: 14.10.2026.</source>
        <translation>«&#xa0;{typed}&#xa0;» n’est pas une date valable. Exemple&#xa0;: 14.10.2026.</translation>
    </message>
    <message>
        <source>Not a valid time. Example: 10:00.</source>
        <translation>Heure non valable. Exemple&#xa0;: 10:00.</translation>
    </message>
</context>
<context>
    <name>NewRevisionController</name>
    <message>
        <source>Already in library</source>
        <translation>Déjà présent</translation>
    </message>
    <message>
        <source>Some files were not imported</source>
        <translation>Certains fichiers n’ont pas été importés</translation>
    </message>
    <message>
        <source>1 document imported</source>
        <translation>1 document importé</translation>
    </message>
    <message>
        <source>{n} documents imported</source>
        <translation>{n} documents importés</translation>
    </message>
    <message>
        <source>No documents imported</source>
        <translation>Aucun document importé</translation>
    </message>
    <message>
        <source>1 already in the library</source>
        <translation>1 déjà dans la bibliothèque</translation>
    </message>
    <message>
        <source>{n} already in the library</source>
        <translation>{n} déjà dans la bibliothèque</translation>
    </message>
    <message>
        <source>1 not imported</source>
        <translation>1 non importé</translation>
    </message>
    <message>
        <source>{n} not imported</source>
        <translation>{n} non importés</translation>
    </message>
    <message>
        <source>Show documents</source>
        <translation>Afficher les documents</translation>
    </message>
    <message>
        <source>Imported documents</source>
        <translation>Documents importés</translation>
    </message>
    <message>
        <source>Type a reference or words of the subject</source>
        <translation>Tapez une référence ou des mots de l’objet</translation>
    </message>
    <message>
        <source>Comparing {name} with the previous revision</source>
        <translation>Comparaison de {name} avec la révision précédente</translation>
    </message>
    <message>
        <source>New revision of a document we have notes on</source>
        <translation>Nouvelle révision d’un document annoté par nous</translation>
    </message>
    <message>
        <source>{n} new revisions of documents we have notes on</source>
        <translation>{n} nouvelles révisions de documents annotés par nous</translation>
    </message>
    <message>
        <source>Show the others</source>
        <translation>Afficher les autres</translation>
    </message>
    <message>
        <source>What changed for us</source>
        <translation>Ce qui a changé pour nous</translation>
    </message>
</context>
<context>
    <name>NoComparisonView</name>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Comparer avec…</translation>
    </message>
    <message>
        <source>No other revision in the library.</source>
        <translation>Aucune autre révision dans la bibliothèque.</translation>
    </message>
</context>
<context>
    <name>NoteEdit</name>
    <message>
        <source>[[ inserts a link (with @: to a note) · - [ ] inserts a checkbox</source>
        <translation>[[ renvoie à une disposition, à un document ou, avec @, à une note · - [ ] est une case à cocher</translation>
    </message>
</context>
<context>
    <name>NoteRow</name>
    <message>
        <source>{kind} (circulates as “{reservation}”)</source>
        <translation>{kind} (diffusée comme «{reservation}»)</translation>
    </message>
    <message>
        <source>The note on {label} circulates</source>
        <translation>La note sur {label} circule</translation>
    </message>
    <message>
        <source>From a note marked for circulation. Switch off to exclude it.</source>
        <translation>D’une note à diffuser. Désactivez pour ne pas l’inclure.</translation>
    </message>
    <message>
        <source>Show the note on {label} in the text</source>
        <translation>Montrer la note sur {label} dans le texte</translation>
    </message>
    <message>
        <source>Show note</source>
        <translation>Afficher la note</translation>
    </message>
    <message>
        <source>From a note on {label}: {words}</source>
        <translation>D’une note sur {label}: {words}</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer l’avis</translation>
    </message>
    <message>
        <source>Show all of this message</source>
        <translation>Afficher tout le message</translation>
    </message>
</context>
<context>
    <name>Noticing</name>
    <message>
        <source>Delegate Desk closed unexpectedly last time. Your saved work is safe, and you are back where you were. For details, see Help &gt; Support Report.</source>
        <translation>Delegate Desk s’est interrompu la dernière fois. Ce qui était enregistré est en sécurité, et vous êtes revenu où vous étiez. Aide &gt; Rapport pour l’assistance dit où cela s’est produit.</translation>
    </message>
    <message>
        <source>Delegate Desk was shut down by the system last time. Your saved work is safe, and you are back where you were.</source>
        <translation>Delegate Desk a été fermé par le système la dernière fois. Ce qui était enregistré est en sécurité, et vous êtes revenu où vous étiez.</translation>
    </message>
    <message>
        <source>{service} copies this library’s folder to other computers, which can damage it. Open the library on one computer at a time, or move it to another folder and share by package or shared folder.</source>
        <translation>{service} copie le répertoire de cette bibliothèque sur d’autres ordinateurs, ce qui peut l’endommager&#xa0;: ouvrez-la sur un seul ordinateur à la fois, ou gardez-la dans un autre répertoire et travaillez avec d’autres par des paquets ou un répertoire partagé.</translation>
    </message>
    <message>
        <source>A sync service made conflict copies in the library’s folder because it was changed on two computers at once ({files}). Use Help &gt; Check Library to merge them, and change the library on only one computer from now on.</source>
        <translation>Dans le répertoire de la bibliothèque, un service a fait des copies de fichiers écrits sur deux ordinateurs à la fois ({files}). Aide &gt; Vérifier la bibliothèque réunit ce que chacun a écrit. À partir de maintenant, n’écrivez dans la bibliothèque que sur un seul ordinateur.</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>Avant de commencer</translation>
    </message>
    <message>
        <source>Delegate Desk has been updated to version {version}</source>
        <translation>Delegate Desk est maintenant en version {version}</translation>
    </message>
    <message>
        <source>What’s new</source>
        <translation>Nouveautés</translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Operation failed</source>
        <translation>Échec de l’opération</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Marking: {marking}</source>
        <translation>Marquage&#xa0;: {marking}</translation>
    </message>
    <message>
        <source>Indexing: {n} of {of}</source>
        <translation>Mise en recherche&#xa0;: {n} sur {of}</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Lecture de {name}</translation>
    </message>
    <message>
        <source>Reading {n} of {of}: {name}</source>
        <translation>Lecture de {n} sur {of}&#xa0;: {name}</translation>
    </message>
    <message>
        <source>{what}: done</source>
        <translation>{what}&#xa0;: fait</translation>
    </message>
</context>
<context>
    <name>OriginalView</name>
    <message>
        <source>Pages of the original</source>
        <translation>Pages de l’original</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Enter a page number</source>
        <translation>Tapez un numéro pour aller à cette page</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Page plus petite (-)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Page plus grande (+)</translation>
    </message>
    <message>
        <source>of {of}</source>
        <translation>sur {of}</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>Pages en miniature</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>Close the pages</source>
        <translation>Fermer la page</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Taille des pages</translation>
    </message>
    <message>
        <source>Fit &amp;Width</source>
        <translation>&amp;Largeur de page</translation>
    </message>
    <message>
        <source>Fit &amp;Page</source>
        <translation>&amp;Page entière</translation>
    </message>
    <message>
        <source>page {n} of {of}</source>
        <translation>page {n} sur {of}</translation>
    </message>
</context>
<context>
    <name>OtherProposalCard</name>
    <message>
        <source>no delegation named</source>
        <translation>aucune délégation indiquée</translation>
    </message>
    <message>
        <source>T to adopt this drafting</source>
        <translation>T reprend ce libellé</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Adopt this drafting in our position</source>
        <translation>Reprendre ce libellé dans notre position</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Remove this entry</source>
        <translation>Supprimer la ligne d’un autre</translation>
    </message>
    <message>
        <source>It will stay removed even if it is sent again</source>
        <translation>Elle reste supprimée, même si elle est renvoyée</translation>
    </message>
</context>
<context>
    <name>OtherVersionCard</name>
    <message>
        <source>Show in document</source>
        <translation>Afficher dans le document</translation>
    </message>
</context>
<context>
    <name>OthersSection</name>
    <message>
        <source>Adopt</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Adopt this drafting in our position</source>
        <translation>Reprendre ce libellé dans notre position</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>Recitals {labels}</source>
        <translation>Considérants {labels}</translation>
    </message>
    <message>
        <source>our position</source>
        <translation>notre position</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>développé</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>réduit</translation>
    </message>
</context>
<context>
    <name>OutlineView</name>
    <message>
        <source>Outline</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Filter the outline</source>
        <translation>Filtrer le plan</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>Titres</translation>
    </message>
    <message>
        <source>No matching headings.</source>
        <translation>Aucun titre correspondant.</translation>
    </message>
    <message>
        <source>No headings in this document.</source>
        <translation>Aucun titre ici.</translation>
    </message>
    <message>
        <source>No headings in this document. Press {key} to go to a paragraph.</source>
        <translation>Ce document n’a pas d’intertitres. {key} mène à un paragraphe.</translation>
    </message>
</context>
<context>
    <name>OwnCards</name>
    <message>
        <source>{name} was not found in this library</source>
        <translation>{name} est introuvable dans cette bibliothèque</translation>
    </message>
</context>
<context>
    <name>Packing</name>
    <message>
        <source>Nothing to export</source>
        <translation>Aucun contenu à préparer</translation>
    </message>
    <message>
        <source>There are no documents in the library yet.</source>
        <translation>Il n’y a pas encore de documents dans la bibliothèque.</translation>
    </message>
    <message>
        <source>Packages (*{suffix})</source>
        <translation>Paquets (*{suffix})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Import Package</source>
        <translation>Importer un paquet</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Lecture de {file}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveaux</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiés</translation>
    </message>
    <message>
        <source>Changed on both sides</source>
        <translation>Modifiés des deux côtés</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirés</translation>
    </message>
    <message>
        <source>Already in library</source>
        <translation>Déjà présents</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Term bases</source>
        <translation>Bases terminologiques</translation>
    </message>
    <message>
        <source>There was nothing to import.</source>
        <translation>Il n’y avait rien à importer.</translation>
    </message>
    <message>
        <source>Waiting for their documents to be imported: {count}.</source>
        <translation>En attente de l’import de leurs documents&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Imported from {person}</source>
        <translation>Importé de {person}</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>Annuler cet import</translation>
    </message>
    <message>
        <source>Export Package</source>
        <translation>Préparer un paquet</translation>
    </message>
    <message>
        <source>Co&amp;ntents</source>
        <translation>&amp;Contenu</translation>
    </message>
    <message>
        <source>Documents to include, with their notes and positions</source>
        <translation>Documents à inclure, avec leurs notes et positions</translation>
    </message>
    <message>
        <source>Include original f&amp;iles</source>
        <translation>Joindre les &amp;fichiers des documents</translation>
    </message>
    <message>
        <source>Include intern&amp;al notes</source>
        <translation>Joindre ce qui est &amp;interne</translation>
    </message>
    <message>
        <source>Include term &amp;bases</source>
        <translation>Inclure les &amp;bases terminologiques</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>&amp;De</translation>
    </message>
    <message>
        <source>Your name, as shown next to your notes</source>
        <translation>Votre nom, tel que votre collègue le voit à côté de vos notes</translation>
    </message>
    <message>
        <source>Seal &amp;to</source>
        <translation>Sceller po&amp;ur</translation>
    </message>
    <message>
        <source>People who alone can open the package</source>
        <translation>Les seules personnes qui peuvent ouvrir le paquet</translation>
    </message>
    <message>
        <source>Only the people you tick can open the package. With none ticked, anyone who has the file can.</source>
        <translation>Seules les personnes cochées peuvent ouvrir le paquet. Si aucune n’est cochée, quiconque a le fichier le peut.</translation>
    </message>
    <message>
        <source>&amp;Save to</source>
        <translation>&amp;À</translation>
    </message>
    <message>
        <source>Output file</source>
        <translation>Fichier de sortie</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Choisir le fichier</translation>
    </message>
    <message>
        <source>Export progress</source>
        <translation>Avancement du paquet</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Fer&amp;mer</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Préparer</translation>
    </message>
</context>
<context>
    <name>PackingDialog</name>
    <message>
        <source>a colleague</source>
        <translation>un collègue</translation>
    </message>
    <message>
        <source>Internal are notes marked as internal, and the fallbacks, red lines, instructions and internal notes of positions. Your colleague would see them all. The package states that it contains them.</source>
        <translation>Sont internes les notes marquées comme telles et, dans les positions, les positions de repli, lignes rouges, instructions et notes&#xa0;: votre collègue les verrait toutes. Le paquet indique qu’il les contient.</translation>
    </message>
    <message>
        <source>{person} – key not compared: {words}</source>
        <translation>{person} – clé non comparée&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Packages (*{s})</source>
        <translation>Paquets (*{s})</translation>
    </message>
    <message>
        <source>package</source>
        <translation>paquet</translation>
    </message>
    <message>
        <source>{name}, the document in front</source>
        <translation>{name}, le document affiché</translation>
    </message>
    <message>
        <source>Its dossier: {n} documents</source>
        <translation>Son dossier&#xa0;: {n} documents</translation>
    </message>
    <message>
        <source>All with notes or a position: {n}</source>
        <translation>Tous ceux avec notes ou position&#xa0;: {n}</translation>
    </message>
    <message>
        <source>Everything in the library: {n}</source>
        <translation>Toute la bibliothèque&#xa0;: {n}</translation>
    </message>
    <message>
        <source>Documents: {n}</source>
        <translation>Documents&#xa0;: {n}</translation>
    </message>
    <message>
        <source>their files: {n}</source>
        <translation>leurs fichiers&#xa0;: {n}</translation>
    </message>
    <message>
        <source>notes: {n}</source>
        <translation>notes&#xa0;: {n}</translation>
    </message>
    <message>
        <source>position entries: {n}</source>
        <translation>entrées de position&#xa0;: {n}</translation>
    </message>
    <message>
        <source>forwarded from others: {n}</source>
        <translation>transmis d’autres&#xa0;: {n}</translation>
    </message>
    <message>
        <source>withdrawn: {n}</source>
        <translation>retirés&#xa0;: {n}</translation>
    </message>
    <message>
        <source>term bases: {n}</source>
        <translation>bases terminologiques : {n}</translation>
    </message>
    <message>
        <source>To be exported: {counted}.</source>
        <translation>À exporter&#xa0;: {counted}.</translation>
    </message>
    <message>
        <source>Of these internal: {n}.</source>
        <translation>Dont internes&#xa0;: {n}.</translation>
    </message>
    <message>
        <source>Internal, not included: {n}.</source>
        <translation>Internes, non inclus&#xa0;: {n}.</translation>
    </message>
    <message>
        <source>Exporting {file}</source>
        <translation>Préparation de {file}</translation>
    </message>
    <message>
        <source>{kilobytes} kB</source>
        <translation>{kilobytes} ko</translation>
    </message>
    <message>
        <source>It contains internal notes.</source>
        <translation>Il contient des notes internes.</translation>
    </message>
    <message>
        <source>Sealed to: {people}.</source>
        <translation>Scellé pour&#xa0;: {people}.</translation>
    </message>
    <message>
        <source>Saved: {file}, {size}.</source>
        <translation>Écrit&#xa0;: {file}, {size}.</translation>
    </message>
    <message>
        <source>A file with this name exists and will be replaced.</source>
        <translation>Un fichier de ce nom existe et sera remplacé.</translation>
    </message>
</context>
<context>
    <name>PageArea</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Page {n} of {of}</source>
        <translation>Page {n} sur {of}</translation>
    </message>
</context>
<context>
    <name>ParagraphFile</name>
    <message>
        <source>Current paragraph</source>
        <translation>Paragraphe actuel</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>The whole document</source>
        <translation>Tout le document</translation>
    </message>
</context>
<context>
    <name>ParagraphFileController</name>
    <message>
        <source>The file of a paragraph is not available here. Open the text first.</source>
        <translation>La fiche du paragraphe n’est pas disponible ici. Ouvrez d’abord le texte.</translation>
    </message>
</context>
<context>
    <name>ParagraphModel</name>
    <message>
        <source>our position</source>
        <translation>notre position</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Page of the original</source>
        <translation>Page de l’original</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Votre &amp;nom</translation>
    </message>
    <message>
        <source>Your name, as colleagues see it next to your notes</source>
        <translation>Votre nom, tel que vos collègues le voient à côté de vos notes</translation>
    </message>
    <message>
        <source>Your key</source>
        <translation>Votre clé</translation>
    </message>
    <message>
        <source>The six words of your key</source>
        <translation>Les six mots de votre clé</translation>
    </message>
    <message>
        <source>Colleagues see it next to the notes you share with them. It does not appear in Word exports: their author is the delegation.</source>
        <translation>Vos collègues le voient à côté des notes que vous leur préparez. Aucun export Word ne le porte&#xa0;: son auteur est la délégation.</translation>
    </message>
    <message>
        <source>People who sent you packages</source>
        <translation>Personnes dont des paquets sont arrivés</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Notes here</source>
        <translation>Notes ici</translation>
    </message>
    <message>
        <source>Position entries here</source>
        <translation>Entrées de position ici</translation>
    </message>
    <message>
        <source>Last package</source>
        <translation>Dernier paquet</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Words &amp;Match</source>
        <translation>Les &amp;mots concordent</translation>
    </message>
    <message>
        <source>Have them read the six words of their key to you, for example by telephone. Press this if they are the same.</source>
        <translation>Faites-vous lire les six mots de leur clé, par exemple au téléphone. Cliquez ici s’ils sont les mêmes.</translation>
    </message>
    <message>
        <source>Remove &amp;Key</source>
        <translation>Retirer la &amp;clé</translation>
    </message>
    <message>
        <source>If they have a new computer or library: their next package may then be signed with a new key.</source>
        <translation>Si leur ordinateur ou leur bibliothèque est nouveau&#xa0;: leur prochain paquet pourra alors être signé avec une nouvelle clé.</translation>
    </message>
    <message>
        <source>&amp;Remove All Their Notes</source>
        <translation>Tout &amp;supprimer</translation>
    </message>
    <message>
        <source>&amp;Block</source>
        <translation>Ne &amp;plus rien importer</translation>
    </message>
    <message>
        <source>For someone who has left: new items from them in the shared folder are ignored. Existing ones stay until you remove them.</source>
        <translation>Pour une personne qui est partie&#xa0;: ce qu’elle dépose dans le répertoire partagé n’est plus importé. Ce qui est ici reste jusqu’à ce que vous le supprimiez.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>a colleague</source>
        <translation>un collègue</translation>
    </message>
    <message>
        <source>{person} (blocked)</source>
        <translation>{person} (bloqué)</translation>
    </message>
    <message>
        <source>No packages received yet. Use File &gt; Library &gt; Import Package.</source>
        <translation>Encore aucun paquet reçu&#xa0;: Fichier &gt; Bibliothèque &gt; Ouvrir un paquet en importe un.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>comparée</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>non comparée</translation>
    </message>
    <message>
        <source>&amp;Block</source>
        <translation>Ne &amp;plus rien importer</translation>
    </message>
    <message>
        <source>Un&amp;block</source>
        <translation>Im&amp;porter de nouveau</translation>
    </message>
    <message>
        <source>No signed package from them was imported yet.</source>
        <translation>Aucun paquet signé de cette personne n’a encore été importé.</translation>
    </message>
    <message>
        <source>Key of {person}: {words}. Compared on {date}.</source>
        <translation>Clé de {person}&#xa0;: {words}. Comparée le {date}.</translation>
    </message>
    <message>
        <source>Key of {person}: {words}. Not compared yet: have them read the words under “Your key” to you.</source>
        <translation>Clé de {person}&#xa0;: {words}. Pas encore comparée&#xa0;: faites-vous lire les mots affichés chez cette personne sous «&#xa0;Votre clé&#xa0;».</translation>
    </message>
    <message>
        <source>Removed, and will stay removed if sent again. New notes from them will still arrive. Undo restores what was removed.</source>
        <translation>Supprimé, même si c’est renvoyé&#x202f;; ce qui est écrit de nouveau arrive. «&#xa0;Annuler&#xa0;» le rétablit.</translation>
    </message>
    <message>
        <source>New items from them in the shared folder will be imported again from the next sync.</source>
        <translation>Ce que cette personne dépose dans le répertoire partagé est de nouveau importé, dès le prochain échange.</translation>
    </message>
    <message>
        <source>New items from them in the shared folder are ignored. Existing ones stay until you remove them. Packages you open yourself are still imported.</source>
        <translation>Plus rien de cette personne n’est importé du répertoire partagé. Ce qui est ici reste jusqu’à ce que vous le supprimiez&#x202f;; un paquet que vous ouvrez vous-même est importé.</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>Phrases</source>
        <translation>Phrases</translation>
    </message>
    <message>
        <source>Keyword or text</source>
        <translation>Mot-clé, ou mots du texte</translation>
    </message>
    <message>
        <source>Find a phrase</source>
        <translation>Chercher une phrase</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>&amp;Insérer</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Nouvelle…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>&amp;Keyword</source>
        <translation>Mot-&amp;clé</translation>
    </message>
    <message>
        <source>thanks, parliamentary reservation, …</source>
        <translation>remerciements, réserve parlementaire, …</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>Te&amp;xte</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Reto&amp;ur</translation>
    </message>
</context>
<context>
    <name>PhrasesDialog</name>
    <message>
        <source>No matching phrases.</source>
        <translation>Aucune phrase correspondante.</translation>
    </message>
</context>
<context>
    <name>PlaceBar</name>
    <message>
        <source>Go to: 7, 7f, 5(2)(a), r34, annex 1 p 3, fn 9</source>
        <translation>Aller à&#xa0;: 7, 7f, 5(2)(a), r34, annexe 1 p 3, note 9</translation>
    </message>
    <message>
        <source>Go to a place</source>
        <translation>Aller à une disposition</translation>
    </message>
    <message>
        <source>Not found in this document</source>
        <translation>Introuvable dans ce document</translation>
    </message>
</context>
<context>
    <name>Placement</name>
    <message>
        <source>Place Instruction</source>
        <translation>Placer l’instruction</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>New text</source>
        <translation>Nouveau texte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Placer</translation>
    </message>
</context>
<context>
    <name>PlacementDialog</name>
    <message>
        <source>Replace the text of {provision}</source>
        <translation>Remplacer le texte de: {provision}</translation>
    </message>
    <message>
        <source>Insert after {provision}</source>
        <translation>Insérer après: {provision}</translation>
    </message>
    <message>
        <source>Delete {provision}</source>
        <translation>Supprimer: {provision}</translation>
    </message>
</context>
<context>
    <name>Population</name>
    <message>
        <source>Population Figures</source>
        <translation>Chiffres de population</translation>
    </message>
    <message>
        <source>Reference year</source>
        <translation>Année de référence</translation>
    </message>
    <message>
        <source>Type of figures</source>
        <translation>Genre de chiffres</translation>
    </message>
    <message>
        <source>Inhabitants</source>
        <translation>Nombres d’habitants</translation>
    </message>
    <message>
        <source>Percentages</source>
        <translation>Pourcentages</translation>
    </message>
    <message>
        <source>Population by Member State</source>
        <translation>Population par État membre</translation>
    </message>
    <message>
        <source>Member State</source>
        <translation>État membre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>Population</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Source, such as the Decision and its Official Journal</source>
        <translation>Source, par exemple la décision et son Journal officiel</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Rétablir les valeurs initiales</translation>
    </message>
    <message>
        <source>Discard the figures entered for this year</source>
        <translation>Oublier ce qui a été saisi pour cette année</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>PopulationDialog</name>
    <message>
        <source>Entered on {day}.</source>
        <translation>Saisi le {day}.</translation>
    </message>
    <message>
        <source>Supplied with the program. Figures you enter take precedence; the defaults can be restored.</source>
        <translation>Ces chiffres sont fournis avec le programme. Ceux que vous saisissez les remplacent&#x202f;; ils peuvent être rétablis.</translation>
    </message>
    <message>
        <source>The figures for this year are incomplete. Enter the missing ones.</source>
        <translation>Il n’y a pas de chiffres complets pour cette année&#x202f;; saisissez ce qui manque.</translation>
    </message>
    <message>
        <source>{n} of {count} members</source>
        <translation>{n} membres sur {count}</translation>
    </message>
    <message>
        <source>Total: {total} · {known}</source>
        <translation>Total&#xa0;: {total} · {known}</translation>
    </message>
</context>
<context>
    <name>PositionCard</name>
    <message>
        <source>Remove our position here</source>
        <translation>Retirer notre position ici</translation>
    </message>
    <message>
        <source>Open position</source>
        <translation>Ouvrir la position</translation>
    </message>
</context>
<context>
    <name>PositionController</name>
    <message>
        <source>Draft on footnote {n}</source>
        <translation>Rédiger sur la note {n}</translation>
    </message>
    <message>
        <source>New Provision</source>
        <translation>Nouvelle disposition</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Move Provision</source>
        <translation>Déplacer la disposition</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>5, 7(f) or r34; empty for the beginning</source>
        <translation>5, 7(f) ou r34&#x202f;; vide pour le tout début</translation>
    </message>
    <message>
        <source>A provision cannot be moved after itself.</source>
        <translation>Une disposition ne peut pas être déplacée après elle-même.</translation>
    </message>
    <message>
        <source>Square brackets</source>
        <translation>Crochets</translation>
    </message>
    <message>
        <source>&amp;Around the selection: [{words}]</source>
        <translation>&amp;Autour de la sélection&#xa0;: [{words}]</translation>
    </message>
    <message>
        <source>Select the words for the square brackets</source>
        <translation>Sélectionnez les mots à mettre entre crochets</translation>
    </message>
    <message>
        <source>[Ours] and [the &amp;text]</source>
        <translation>[Le nôtre] et [celui du &amp;texte]</translation>
    </message>
    <message>
        <source>[Ours] and [fallback &amp;{n}]: {words}</source>
        <translation>[Le nôtre] et [position de repli &amp;{n}]&#xa0;: {words}</translation>
    </message>
    <message>
        <source>another delegation</source>
        <translation>une autre délégation</translation>
    </message>
    <message>
        <source>[Ours] and [{who}]</source>
        <translation>[Le nôtre] et [{who}]</translation>
    </message>
    <message>
        <source>Cleared by</source>
        <translation>Visé par</translation>
    </message>
    <message>
        <source>Name, office</source>
        <translation>Nom, service</translation>
    </message>
    <message>
        <source>Later changes must be cleared again.</source>
        <translation>Les modifications ultérieures doivent être visées de nouveau.</translation>
    </message>
    <message>
        <source>Mark Position as Cleared</source>
        <translation>Viser la position</translation>
    </message>
    <message>
        <source>Mark as Cleared</source>
        <translation>Viser</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>Envoyée à</translation>
    </message>
    <message>
        <source>The Presidency, the delegations, …</source>
        <translation>La présidence, les délégations, …</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>facultatif</translation>
    </message>
    <message>
        <source>This version is archived. Later changes belong to the next version.</source>
        <translation>Cette version est archivée. Les modifications ultérieures appartiennent à la suivante.</translation>
    </message>
    <message>
        <source>Mark as Sent</source>
        <translation>Marquer comme envoyée</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Remplacer par</translation>
    </message>
    <message>
        <source>empty to delete</source>
        <translation>vide pour supprimer</translation>
    </message>
    <message>
        <source>In everything that you wrote in this position. Undo puts all of it back at once.</source>
        <translation>Dans tout ce que vous avez écrit dans cette position. L’annulation rétablit tout en une fois.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Replace All</source>
        <translation>Tout remplacer</translation>
    </message>
    <message>
        <source>“{words}” is not in this position.</source>
        <translation>« {words} » ne figure pas dans cette position.</translation>
    </message>
    <message>
        <source>Replaced once</source>
        <translation>Remplacé une fois</translation>
    </message>
    <message>
        <source>Replaced {n} times</source>
        <translation>Remplacé {n} fois</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
</context>
<context>
    <name>PositionOptions</name>
    <message>
        <source>Versions…</source>
        <translation>Versions…</translation>
    </message>
    <message>
        <source>Compare versions and see the history of each field</source>
        <translation>Comparer les versions, et voir ce qu’est devenu chaque champ</translation>
    </message>
    <message>
        <source>Mark as Cleared…</source>
        <translation>Viser…</translation>
    </message>
    <message>
        <source>Record who cleared the position</source>
        <translation>Dire qui a visé la position</translation>
    </message>
    <message>
        <source>Mark as Sent…</source>
        <translation>Marquer comme envoyée…</translation>
    </message>
    <message>
        <source>Record the recipient of the position</source>
        <translation>Dire à qui la position est partie</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Preview, then export, print or copy</source>
        <translation>Voir ce qui va partir, puis l’écrire, l’imprimer ou le copier</translation>
    </message>
</context>
<context>
    <name>PositionSection</name>
    <message>
        <source>Stance: {stance}</source>
        <translation>Position prise&#xa0;: {stance}</translation>
    </message>
    <message>
        <source>Stance removed: {stance}</source>
        <translation>Position retirée&#xa0;: {stance}</translation>
    </message>
    <message>
        <source>Mark added: {stance}</source>
        <translation>Marque ajoutée&#xa0;: {stance}</translation>
    </message>
    <message>
        <source>Mark removed: {stance}</source>
        <translation>Marque retirée&#xa0;: {stance}</translation>
    </message>
</context>
<context>
    <name>Positions</name>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>General comments</source>
        <translation>Observations générales</translation>
    </message>
    <message>
        <source>Internal notes – never circulated</source>
        <translation>Notes internes – jamais diffusées</translation>
    </message>
    <message>
        <source>Add a provision</source>
        <translation>Ajouter une disposition</translation>
    </message>
    <message>
        <source>Add a provision: type a place, such as 11, 7(f) or r34, and press Enter</source>
        <translation>Ajouter une disposition&#xa0;: tapez par exemple 11, 7(f) ou r34, puis Entrée</translation>
    </message>
</context>
<context>
    <name>PositionsView</name>
    <message>
        <source>Position on {name}</source>
        <translation>Position sur {name}</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>General comments</source>
        <translation>Observations générales</translation>
    </message>
    <message>
        <source>Comments on the document as a whole</source>
        <translation>Ce que nous disons sur le document dans son ensemble</translation>
    </message>
    <message>
        <source>Internal notes</source>
        <translation>Notes internes</translation>
    </message>
    <message>
        <source>Instructions, limits, contacts</source>
        <translation>Instructions, limites, qui appeler</translation>
    </message>
    <message>
        <source>{n} of {count} provisions</source>
        <translation>{n} sur {count} dispositions</translation>
    </message>
    <message>
        <source>Provisions on which only others have comments:</source>
        <translation>Dispositions que seules d’autres délégations commentent&#xa0;:</translation>
    </message>
    <message>
        <source>Position {of_state}</source>
        <translation>Position {of_state}</translation>
    </message>
    <message>
        <source>on {name} · {status}</source>
        <translation>sur {name} · {status}</translation>
    </message>
    <message>
        <source>1 with our drafting</source>
        <translation>1 avec notre libellé</translation>
    </message>
    <message>
        <source>{n} with our drafting</source>
        <translation>{n} avec notre libellé</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Search preferences and shortcuts</source>
        <translation>Rechercher dans les préférences et les raccourcis</translation>
    </message>
    <message>
        <source>Groups of preferences</source>
        <translation>Groupes de préférences</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>1 found</source>
        <translation>1 trouvé</translation>
    </message>
    <message>
        <source>{n} found</source>
        <translation>{n} trouvés</translation>
    </message>
    <message>
        <source>No matches.</source>
        <translation>Aucun résultat.</translation>
    </message>
</context>
<context>
    <name>PresenterWindow</name>
    <message>
        <source>Presenter’s View</source>
        <translation>Vue pour la salle</translation>
    </message>
    <message>
        <source>Text of the document</source>
        <translation>Texte du document</translation>
    </message>
</context>
<context>
    <name>ProvisionCard</name>
    <message>
        <source>Provision {label}</source>
        <translation>Disposition {label}</translation>
    </message>
    <message>
        <source>Wording of {label}</source>
        <translation>Libellé de {label}</translation>
    </message>
    <message>
        <source>Text of the new provision</source>
        <translation>Texte de la nouvelle disposition</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Actions for {label}</source>
        <translation>Actions pour {label}</translation>
    </message>
    <message>
        <source>Show in Text</source>
        <translation>Montrer dans le texte</translation>
    </message>
    <message>
        <source>Show {label} in the text</source>
        <translation>Montrer {label} dans le texte</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Remove the provision {label}</source>
        <translation>Supprimer la disposition {label}</translation>
    </message>
</context>
<context>
    <name>ProvisionFields</name>
    <message>
        <source>Add a field</source>
        <translation>Ajouter un champ</translation>
    </message>
    <message>
        <source>{field} (internal)</source>
        <translation>{field} (interne)</translation>
    </message>
    <message>
        <source>All fields are shown</source>
        <translation>Tous les champs sont affichés</translation>
    </message>
    <message>
        <source>{field} on {label}, internal</source>
        <translation>{field} sur {label}, interne</translation>
    </message>
    <message>
        <source>{field} on {label}</source>
        <translation>{field} sur {label}</translation>
    </message>
    <message>
        <source>Comment (will be circulated)</source>
        <translation>Observation (diffusée avec la position)</translation>
    </message>
    <message>
        <source>Justification for the table (will be circulated)</source>
        <translation>Justification pour le tableau (diffusée avec la position)</translation>
    </message>
    <message>
        <source>Codes: DE, FR</source>
        <translation>Codes&#xa0;: DE, FR</translation>
    </message>
    <message>
        <source>One per line, best first; Alt+↑ and Alt+↓ to reorder</source>
        <translation>Une par ligne, la meilleure d’abord&#x202f;; Alt+↑ et Alt+↓ en déplacent une</translation>
    </message>
    <message>
        <source>The minimum we can accept</source>
        <translation>Le minimum acceptable pour nous</translation>
    </message>
    <message>
        <source>Instruction from the capital</source>
        <translation>Instruction de la capitale</translation>
    </message>
    <message>
        <source>Who, where, when</source>
        <translation>Qui, où, quand</translation>
    </message>
    <message>
        <source>Limits and contacts (never circulated)</source>
        <translation>Limites et contacts (jamais diffusés)</translation>
    </message>
    <message>
        <source>Comma-separated</source>
        <translation>Séparés par des virgules</translation>
    </message>
    <message>
        <source>Source of the adopted drafting</source>
        <translation>De qui le libellé est repris</translation>
    </message>
    <message>
        <source>Internal – never exported for circulation</source>
        <translation>Interne – jamais exporté pour diffusion</translation>
    </message>
</context>
<context>
    <name>ProvisionList</name>
    <message>
        <source>1 word</source>
        <translation>1 mot</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n} mots</translation>
    </message>
    <message>
        <source>{n} of {words}</source>
        <translation>{n} sur {words}</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>ensemble</translation>
    </message>
</context>
<context>
    <name>ProvisionPlaceLine</name>
    <message>
        <source>Number of the provision, as printed</source>
        <translation>Numéro de la disposition, tel qu’imprimé</translation>
    </message>
    <message>
        <source>number</source>
        <translation>numéro</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>New, after {place}</source>
        <translation>Nouvelle, après {place}</translation>
    </message>
    <message>
        <source>New, at the beginning</source>
        <translation>Nouvelle, tout au début</translation>
    </message>
    <message>
        <source>Moved after {place}</source>
        <translation>Déplacée après {place}</translation>
    </message>
    <message>
        <source>Moved to the beginning</source>
        <translation>Déplacée tout au début</translation>
    </message>
    <message>
        <source>Cancel Move</source>
        <translation>Annuler le déplacement</translation>
    </message>
    <message>
        <source>Deletion proposed</source>
        <translation>Suppression proposée</translation>
    </message>
    <message>
        <source>Cancel Deletion</source>
        <translation>Annuler la suppression</translation>
    </message>
    <message>
        <source>{said}, numbered</source>
        <translation>{said}, numérotée</translation>
    </message>
</context>
<context>
    <name>QueryChips</name>
    <message>
        <source>How the query was understood</source>
        <translation>Comment la requête a été lue</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Reader</source>
        <translation>Lecteur</translation>
    </message>
    <message>
        <source>Show or hide columns of the table</source>
        <translation>Afficher ou masquer des colonnes du tableau</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Draw our drafting in the text</source>
        <translation>Afficher notre rédaction dans le texte</translation>
    </message>
</context>
<context>
    <name>ReaderView</name>
    <message>
        <source>1 paragraph</source>
        <translation>1 paragraphe</translation>
    </message>
    <message>
        <source>{n} paragraphs</source>
        <translation>{n} paragraphes</translation>
    </message>
    <message>
        <source>footnote {n} of {count}</source>
        <translation>note de bas de page {n} sur {count}</translation>
    </message>
    <message>
        <source>numbered paragraph {n} of {count}</source>
        <translation>paragraphe numéroté {n} sur {count}</translation>
    </message>
    <message>
        <source>paragraph {n} of {count}</source>
        <translation>paragraphe {n} sur {count}</translation>
    </message>
    <message>
        <source>Not in the library in another language</source>
        <translation>Absent de la bibliothèque dans une autre langue</translation>
    </message>
    <message>
        <source>No translation has been learned.</source>
        <translation>Aucune traduction n’a encore été apprise.</translation>
    </message>
    <message>
        <source>Drag to another program to copy the original file</source>
        <translation>Faites glisser vers un autre programme pour copier le fichier original</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} sur {count}</translation>
    </message>
</context>
<context>
    <name>ReceivedAnnotationCard</name>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Copy to Our Notes</source>
        <translation>Copier dans nos notes</translation>
    </message>
    <message>
        <source>Create a copy as our own note</source>
        <translation>Créer une note à nous qui dit la même chose</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>It will stay removed even if it is sent again</source>
        <translation>Elle reste supprimée, même si elle est renvoyée</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ fait</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>interne</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>échéance {when}</translation>
    </message>
    <message>
        <source>{kind} by {author}: {text}</source>
        <translation>{kind} de {author}&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Reply to the note</source>
        <translation>Répondre à la note</translation>
    </message>
    <message>
        <source>Remove this note</source>
        <translation>Retirer cette note</translation>
    </message>
</context>
<context>
    <name>ReferenceLinks</name>
    <message>
        <source>en</source>
        <comment>the code of the language that the window speaks: en, el or fr</comment>
        <translation>fr</translation>
    </message>
    <message>
        <source>{reference} is not in the library</source>
        <translation>{reference} n’est pas dans la bibliothèque</translation>
    </message>
    <message>
        <source>No reference in this paragraph</source>
        <translation>Aucun renvoi dans ce paragraphe</translation>
    </message>
    <message>
        <source>Ctrl+click to follow</source>
        <translation>Ctrl et un clic le suivent</translation>
    </message>
</context>
<context>
    <name>ReparseController</name>
    <message>
        <source>All documents are up to date with this version.</source>
        <translation>Cette version du programme a lu tous les documents.</translation>
    </message>
    <message>
        <source>Nothing to re-import</source>
        <translation>Rien à relire</translation>
    </message>
    <message>
        <source>Some documents were not re-imported</source>
        <translation>Tout n’a pas été relu</translation>
    </message>
</context>
<context>
    <name>ReplyLine</name>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Accept the change: {field}</source>
        <translation>Accepter la modification&#xa0;: {field}</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Reject the change: {field}</source>
        <translation>Rejeter la modification&#xa0;: {field}</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>à vérifier</translation>
    </message>
    <message>
        <source>{field}, changed from “{before}” to “{after}” {who}</source>
        <translation>{field}, modifié de «&#xa0;{before}&#xa0;» en «&#xa0;{after}&#xa0;» {who}</translation>
    </message>
</context>
<context>
    <name>ReportFields</name>
    <message>
        <source>Report</source>
        <translation>Compte rendu</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Conclusions</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>Suites</translation>
    </message>
</context>
<context>
    <name>RevisionController</name>
    <message>
        <source>The text of Parliament beside {name}: type a reference or words from the subject</source>
        <translation>Le texte du Parlement à côté de {name} : tapez une référence ou des mots de l’objet</translation>
    </message>
    <message>
        <source>The text of the Council beside {name}: type a reference or words from the subject</source>
        <translation>Le texte du Conseil à côté de {name} : tapez une référence ou des mots de l’objet</translation>
    </message>
    <message>
        <source>Build Four-Column Table</source>
        <translation>Établir un tableau à quatre colonnes</translation>
    </message>
    <message>
        <source>Four columns</source>
        <translation>Quatre colonnes</translation>
    </message>
    <message>
        <source>Use “Compare with…” to compare it with any document.</source>
        <translation>«&#xa0;Comparer avec …&#xa0;» le place à côté de n’importe quel document.</translation>
    </message>
    <message>
        <source>The library has no earlier revision of {name}</source>
        <translation>La bibliothèque n’a pas de révision antérieure de {name}</translation>
    </message>
    <message>
        <source>Comparing {old} with {new}</source>
        <translation>Comparaison de {old} avec {new}</translation>
    </message>
    <message>
        <source>Carried over to {name}</source>
        <translation>Reporté vers {name}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Les voir</translation>
    </message>
    <message>
        <source>It contains internal text. Paste it only into an email to the capital.</source>
        <translation>Le texte contient des éléments internes. Ne le collez que dans un courriel à la capitale.</translation>
    </message>
    <message>
        <source>“What changed for us” copied</source>
        <translation>Ce qui a changé pour nous est dans le presse-papiers</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
</context>
<context>
    <name>RevisionPage</name>
    <message>
        <source>Kept: {item}</source>
        <translation>Maintenu : {item}</translation>
    </message>
    <message>
        <source>Done: {item}</source>
        <translation>Fait : {item}</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>Open in New &amp;Tab</source>
        <translation>Ouvrir dans un nouvel o&amp;nglet</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Précédent</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Search results</source>
        <translation>Résultats de la recherche</translation>
    </message>
    <message>
        <source>Sort order</source>
        <translation>Ordre de tri</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>Pertinence</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>all word forms</source>
        <translation>toutes les formes du mot</translation>
    </message>
    <message>
        <source>Find all word forms</source>
        <translation>Chercher toutes les formes des mots</translation>
    </message>
    <message>
        <source>Also finds other forms of the words; turn off to find the exact forms only</source>
        <translation>Trouve aussi les autres formes des mots&#x202f;; à désactiver pour les formes telles que tapées</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>Nom de la recherche</translation>
    </message>
    <message>
        <source>Enter to save · Esc to cancel</source>
        <translation>Entrée l’enregistre · Échap non</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>À essayer</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
</context>
<context>
    <name>SearchController</name>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Search: {words}</source>
        <translation>Recherche : {words}</translation>
    </message>
    <message>
        <source>Results in other languages are hidden.</source>
        <translation>Les résultats dans d’autres langues sont masqués.</translation>
    </message>
    <message>
        <source>Results in other languages are shown.</source>
        <translation>Les résultats dans d’autres langues sont affichés.</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Understood as: {text}</source>
        <translation>Compris comme&#xa0;: {text}</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} sur {count}</translation>
    </message>
    <message>
        <source>all word forms</source>
        <translation>toutes les formes du mot</translation>
    </message>
    <message>
        <source>exact forms</source>
        <translation>formes exactes</translation>
    </message>
    <message>
        <source>The search index is being rebuilt. Results are incomplete until this has finished.</source>
        <translation>L’index est en cours de reconstruction&#xa0;: ce qui s’affiche provient des textes lus jusqu’ici et reste partiel.</translation>
    </message>
    <message>
        <source>1 recent change is not yet indexed.</source>
        <translation>1 changement pas encore dans la recherche&#x202f;; ajout en cours.</translation>
    </message>
    <message>
        <source>{n} recent changes are not yet indexed.</source>
        <translation>{n} changements pas encore dans la recherche&#x202f;; ajout en cours.</translation>
    </message>
    <message>
        <source>The search took too long; there may be more results.</source>
        <translation>Temps écoulé&#xa0;: il peut y avoir plus que ce qui s’affiche.</translation>
    </message>
    <message>
        <source>The search index was missing, damaged or from another version, and has been rebuilt.</source>
        <translation>L’index manquait, était endommagé ou provenait d’une autre version&#x202f;; il a été reconstruit.</translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} ms</translation>
    </message>
    <message>
        <source>No results so far</source>
        <translation>Aucun résultat jusqu’ici</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>1 result</source>
        <translation>1 résultat</translation>
    </message>
    <message>
        <source>{n} results</source>
        <translation>{n} résultats</translation>
    </message>
    <message>
        <source>first result shown</source>
        <translation>premier résultat affiché</translation>
    </message>
    <message>
        <source>first {n} shown</source>
        <translation>les {n} premiers affichés</translation>
    </message>
    <message>
        <source>1 document</source>
        <translation>1 document</translation>
    </message>
    <message>
        <source>{n} documents</source>
        <translation>{n} documents</translation>
    </message>
    <message>
        <source>1 paragraph</source>
        <translation>1 paragraphe</translation>
    </message>
    <message>
        <source>{n} paragraphs</source>
        <translation>{n} paragraphes</translation>
    </message>
    <message>
        <source>{paragraphs} in {documents}</source>
        <translation>{paragraphs} dans {documents}</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 note</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} notes</translation>
    </message>
    <message>
        <source>1 position entry</source>
        <translation>1 entrée de position</translation>
    </message>
    <message>
        <source>{n} position entries</source>
        <translation>{n} entrées de position</translation>
    </message>
    <message>
        <source>1 intervention</source>
        <translation>1 intervention</translation>
    </message>
    <message>
        <source>{n} interventions</source>
        <translation>{n} interventions</translation>
    </message>
    <message>
        <source>The search failed. The list still shows the previous results.</source>
        <translation>La recherche a échoué. La liste montre encore les résultats précédents.</translation>
    </message>
    <message>
        <source>Type words, a phrase in quotes, or a filter such as &lt;b&gt;lang:el&lt;/b&gt;, &lt;b&gt;after:2019-06&lt;/b&gt; or &lt;b&gt;in:notes&lt;/b&gt; into the box above.</source>
        <translation>Tapez des mots, une expression entre guillemets ou un filtre tel que &lt;b&gt;langue:el&lt;/b&gt;, &lt;b&gt;après:2019-06&lt;/b&gt; ou &lt;b&gt;dans:notes&lt;/b&gt; dans le champ ci-dessus.</translation>
    </message>
    <message>
        <source>No results so far.</source>
        <translation>Aucun résultat jusqu’ici.</translation>
    </message>
    <message>
        <source>Type something to search for.</source>
        <translation>Cette requête ne demande encore rien.</translation>
    </message>
    <message>
        <source>No results. Try fewer words, or the beginning of a word followed by &lt;b&gt;*&lt;/b&gt;.</source>
        <translation>Aucun résultat. Essayez moins de mots, ou le début d’un mot suivi de &lt;b&gt;*&lt;/b&gt;.</translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>Previous match</source>
        <translation>Résultat précédent</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Résultat suivant</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Fermer la barre de recherche</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} sur {count}</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>trouvés&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>Seeking</name>
    <message>
        <source>Find here</source>
        <translation>Rechercher ici</translation>
    </message>
    <message>
        <source>Go to: 7, 7f, 5(2)(a), r34, annex 1 p 3, fn 9</source>
        <translation>Aller à&#xa0;: 7, 7f, 5(2)(a), r34, annexe 1 p 3, note 9</translation>
    </message>
    <message>
        <source>No such place here</source>
        <translation>Pas de telle disposition ici</translation>
    </message>
    <message>
        <source>Not found here</source>
        <translation>Introuvable ici</translation>
    </message>
</context>
<context>
    <name>SetupForm</name>
    <message>
        <source>Your delegation</source>
        <translation>Votre délégation</translation>
    </message>
    <message>
        <source>Your &amp;delegation</source>
        <translation>Votre &amp;délégation</translation>
    </message>
    <message>
        <source>Your languages</source>
        <translation>Vous lisez</translation>
    </message>
    <message>
        <source>Interface language</source>
        <translation>Langue de la fenêtre</translation>
    </message>
</context>
<context>
    <name>SharedFolderController</name>
    <message>
        <source>From the shared folder</source>
        <translation>Du répertoire partagé</translation>
    </message>
    <message>
        <source>Your changes will be shared as soon as the folder is available.</source>
        <translation>Ce qui doit y aller partira dès que possible.</translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation>Le répertoire partagé</translation>
    </message>
    <message>
        <source>Shared: notes {notes}, position entries {lines}.</source>
        <translation>Envoyé&#xa0;: notes {notes}, lignes {lines}.</translation>
    </message>
    <message>
        <source>New or changed by others: {several}.</source>
        <translation>Nouveau ou modifié par d’autres&#xa0;: {several}.</translation>
    </message>
    <message>
        <source>{file} cannot be read yet; it may still be syncing.</source>
        <translation>{file} n’est pas encore lisible&#x202f;; il est peut-être encore en route.</translation>
    </message>
    <message>
        <source>Everything is up to date.</source>
        <translation>Tout est à jour.</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>Shared folder</source>
        <translation>Le répertoire partagé</translation>
    </message>
    <message>
        <source>Shared Folder</source>
        <translation>Répertoire partagé</translation>
    </message>
    <message>
        <source>Colleagues who share a folder through Syncthing, Nextcloud or a network drive see each other’s notes and positions. Your own are never changed. Delegate Desk itself opens no network connection.</source>
        <translation>Des collègues qui partagent un même répertoire, transporté par Syncthing, Nextcloud ou un lecteur réseau, voient les notes et les lignes les uns des autres. Celles de chacun n’en sont jamais modifiées. Delegate Desk lui-même n’ouvre aucune connexion.</translation>
    </message>
    <message>
        <source>Choose &amp;Folder…</source>
        <translation>Choisir le &amp;répertoire…</translation>
    </message>
    <message>
        <source>&amp;Stop Sharing</source>
        <translation>&amp;Arrêter le partage</translation>
    </message>
    <message>
        <source>Include original &amp;documents</source>
        <translation>Aussi les fichiers des &amp;documents qui portent les notes et les lignes</translation>
    </message>
    <message>
        <source>Include &amp;internal notes and texts</source>
        <translation>Aussi ce qui est &amp;interne</translation>
    </message>
    <message>
        <source>Otherwise only items for circulation are shared. Anything shared stays in the folder: everyone with read access can read it, and everyone with write access can write under any name.</source>
        <translation>Sinon, seul ce qui est à diffuser est partagé. Ce qui y est allé une fois y reste&#xa0;: qui peut lire le répertoire le lit, et qui peut y écrire peut écrire sous n’importe quel nom.</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>Dernière synchronisation</translation>
    </message>
    <message>
        <source>S&amp;ync Now</source>
        <translation>É&amp;changer maintenant</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
</context>
<context>
    <name>SharingDialog</name>
    <message>
        <source>Not shared yet.</source>
        <translation>Pas encore partagé.</translation>
    </message>
    <message>
        <source>Shared in {folder}</source>
        <translation>Partagé dans {folder}</translation>
    </message>
    <message>
        <source>Choose Shared Folder</source>
        <translation>Dans quel répertoire partager&#x202f;?</translation>
    </message>
    <message>
        <source>Sharing stopped. Existing items stay here and in the folder.</source>
        <translation>Le partage a cessé. Ce qui est venu reste ici, et ce qui est parti reste là-bas.</translation>
    </message>
</context>
<context>
    <name>SidePanels</name>
    <message>
        <source>The places of paragraphs are not yet known. Use File &gt; Re-import from Original.</source>
        <translation>La place des paragraphes n’est pas encore connue&#xa0;: Fichier, Relire l’original.</translation>
    </message>
</context>
<context>
    <name>SpellingMarks</name>
    <message>
        <source>No suggestions</source>
        <translation>Aucune suggestion</translation>
    </message>
</context>
<context>
    <name>StanceChips</name>
    <message>
        <source>Stance</source>
        <translation>Position prise</translation>
    </message>
    <message>
        <source>No stance</source>
        <translation>Aucune position prise</translation>
    </message>
    <message>
        <source>{stance} · from a note</source>
        <translation>{stance} · d’une note</translation>
    </message>
    <message>
        <source>Stance: {stance}</source>
        <translation>Position prise&#xa0;: {stance}</translation>
    </message>
    <message>
        <source>Show the words of this mark</source>
        <translation>Afficher le texte de cette marque</translation>
    </message>
    <message>
        <source>Mark: {kind}</source>
        <translation>Marque&#xa0;: {kind}</translation>
    </message>
</context>
<context>
    <name>Support</name>
    <message>
        <source>Report for Support</source>
        <translation>Rapport pour l’assistance</translation>
    </message>
    <message>
        <source>This is the complete report: versions, sizes, counts and the program log. It contains no document text, titles, notes or names of files or people. Nothing is sent: copy or save it, and send it yourself.</source>
        <translation>Voici tout ce que dit le rapport&#xa0;: versions, tailles, nombres et journal du programme. Il ne contient ni texte, ni titre, ni note, ni nom de fichier ou de personne. Rien n’est envoyé nulle part&#xa0;: copiez-le ou enregistrez-le, et envoyez-le vous-même.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Le rapport</translation>
    </message>
    <message>
        <source>Checking the library…</source>
        <translation>Vérification de la bibliothèque…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Enregistrer…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>SupportDialog</name>
    <message>
        <source>Report copied.</source>
        <translation>Rapport copié.</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Fichiers texte (*.txt)</translation>
    </message>
    <message>
        <source>{file} could not be saved: {reason}.</source>
        <translation>{file} n’a pas pu être enregistré&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Report saved to {file}.</source>
        <translation>Rapport enregistré dans {file}.</translation>
    </message>
</context>
<context>
    <name>TabGroup</name>
    <message>
        <source>Open tabs</source>
        <translation>Onglets ouverts</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>All tabs, {n} hidden</source>
        <translation>Tous les onglets, {n} masqués</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>Fermer l’onglet</translation>
    </message>
</context>
<context>
    <name>TabGroups</name>
    <message>
        <source>Open tabs</source>
        <translation>Onglets ouverts</translation>
    </message>
</context>
<context>
    <name>TagsEdit</name>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Tags (comma-separated)</source>
        <translation>Étiquettes&#xa0;: a, b</translation>
    </message>
</context>
<context>
    <name>TermBaseList</name>
    <message>
        <source>Import Term Base…</source>
        <translation>Importer une base terminologique…</translation>
    </message>
    <message>
        <source>{name}: {n} entries in {languages}</source>
        <translation>{name} : {n} entrées en {languages}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Supprimer {name}</translation>
    </message>
    <message>
        <source>No term base has been imported.</source>
        <translation>Aucune base terminologique n’a été importée.</translation>
    </message>
    <message>
        <source>Term bases (*.tbx *.tmx *.csv *.tsv *.txt *.rdf *.ttl *.nt *.xml)</source>
        <translation>Bases terminologiques (*.tbx *.tmx *.csv *.tsv *.txt *.rdf *.ttl *.nt *.xml)</translation>
    </message>
    <message>
        <source>Import Term Base</source>
        <translation>Importer une base terminologique</translation>
    </message>
    <message>
        <source>Importing {file}…</source>
        <translation>Importation de {file}…</translation>
    </message>
</context>
<context>
    <name>TextOptions</name>
    <message>
        <source>You set bold and underlined text to mean emphasis.</source>
        <translation>Les mots en gras et soulignés sont ici une mise en relief&#xa0;: vous l’avez dit.</translation>
    </message>
    <message>
        <source>You set bold and underlined text to mean changes.</source>
        <translation>Ce document marque ses propres changements&#xa0;: vous l’avez dit.</translation>
    </message>
    <message>
        <source>This text contains marked changes.</source>
        <translation>Ce document marque ses propres changements.</translation>
    </message>
    <message>
        <source>Emphasis only</source>
        <translation>Mise en relief seulement</translation>
    </message>
    <message>
        <source>Our drafting</source>
        <translation>Notre rédaction</translation>
    </message>
    <message>
        <source>Columns: all {count}</source>
        <translation>Colonnes : toutes ({count})</translation>
    </message>
    <message>
        <source>Columns: {n} of {count}</source>
        <translation>Colonnes : {n} sur {count}</translation>
    </message>
    <message>
        <source>With mark-up</source>
        <translation>Avec les marques</translation>
    </message>
    <message>
        <source>Before changes</source>
        <translation>Avant les changements</translation>
    </message>
    <message>
        <source>After changes</source>
        <translation>Après les changements</translation>
    </message>
    <message>
        <source>Interpret bold as…</source>
        <translation>Sens des mots en gras…</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>Selon l’&amp;analyse</translation>
    </message>
    <message>
        <source>&amp;Changes: bold or underlined is new, struck through is deleted</source>
        <translation>Le gras et le souligné sont &amp;nouveaux, le barré est supprimé</translation>
    </message>
    <message>
        <source>&amp;Emphasis only</source>
        <translation>Le gras et le souligné sont une mise en &amp;relief</translation>
    </message>
    <message>
        <source>Column {n}</source>
        <translation>Colonne {n}</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>Toutes les colonnes</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>TickScrollBar</name>
    <message>
        <source>{n} paragraphs with matches</source>
        <translation>Paragraphes avec des résultats&#xa0;: {n}</translation>
    </message>
</context>
<context>
    <name>TimelineDelegate</name>
    <message>
        <source>C  compare {old} with {new}</source>
        <translation>C  comparer {old} avec {new}</translation>
    </message>
    <message>
        <source>C  compare with {name}</source>
        <translation>C  comparer avec {name}</translation>
    </message>
    <message>
        <source>A  accept · Del  not this dossier</source>
        <translation>A  accepter · Suppr  pas celui-ci</translation>
    </message>
</context>
<context>
    <name>TimelineList</name>
    <message>
        <source>&amp;Compare with Previous, or First and Last Selected</source>
        <translation>&amp;Comparer avec le précédent, ou le premier et le dernier choisis</translation>
    </message>
    <message>
        <source>&amp;Move to Another Dossier…</source>
        <translation>&amp;Déplacer sa famille vers un autre dossier…</translation>
    </message>
    <message>
        <source>Make a Separ&amp;ate Dossier</source>
        <translation>Mettre sa famille à p&amp;art</translation>
    </message>
    <message>
        <source>A&amp;ssign Automatically</source>
        <translation>&amp;Laisser ses documents dire où elle va</translation>
    </message>
    <message>
        <source>A&amp;dd to This Dossier</source>
        <translation>Ajouter à &amp;ce dossier</translation>
    </message>
    <message>
        <source>&amp;Not This Dossier</source>
        <translation>&amp;Pas ce dossier</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions possibles</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>May belong to</source>
        <translation>Relève peut-être de</translation>
    </message>
    <message>
        <source>May belong here</source>
        <translation>Relèvent peut-être d’ici</translation>
    </message>
    <message>
        <source>the {n} most likely of {count}</source>
        <translation>les {n} plus probables sur {count}</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline of the dossier</source>
        <translation>Chronologie du dossier</translation>
    </message>
    <message>
        <source>Documents of the dossier in order of time</source>
        <translation>Documents du dossier dans l’ordre du temps</translation>
    </message>
    <message>
        <source>↑↓ select · Enter open · C compare · Shift+↑↓ select two · M move · S separate · U automatic</source>
        <translation>↑↓ choisir · Entrée ouvrir · C comparer · Maj+↑↓ deux · M déplacer · S à part · U selon les documents</translation>
    </message>
    <message>
        <source>The library has no earlier version of {name}. Select two documents to compare.</source>
        <translation>La bibliothèque ne contient pas de version antérieure de {name}. Choisissez deux documents à comparer.</translation>
    </message>
    <message>
        <source>Documents that are not in the library cannot be compared. Select two that are.</source>
        <translation>Les documents absents de la bibliothèque ne peuvent pas être comparés. Choisissez-en deux qui y sont.</translation>
    </message>
</context>
<context>
    <name>TodayController</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
</context>
<context>
    <name>TodayModel</name>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>demain</translation>
    </message>
    <message>
        <source>in {n} days</source>
        <translation>dans {n} jours</translation>
    </message>
    <message>
        <source>Next meeting</source>
        <translation>Prochaine réunion</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Échéances</translation>
    </message>
    <message>
        <source>Positions not cleared</source>
        <translation>Positions non visées</translation>
    </message>
    <message>
        <source>no position</source>
        <translation>pas de position</translation>
    </message>
    <message>
        <source>{reference} · not in library</source>
        <translation>{reference} · absent de la bibliothèque</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>1 provision</source>
        <translation>1 disposition</translation>
    </message>
    <message>
        <source>{n} provisions</source>
        <translation>{n} dispositions</translation>
    </message>
    <message>
        <source>edited {when}</source>
        <translation>modifiée {when}</translation>
    </message>
    <message>
        <source>Draft {n}</source>
        <translation>Projet {n}</translation>
    </message>
    <message>
        <source>{n} since {day}</source>
        <translation>{n} depuis le {day}</translation>
    </message>
    <message>
        <source>New documents</source>
        <translation>Nouveaux documents</translation>
    </message>
    <message>
        <source>What changed for us since {revision}</source>
        <translation>Ce qui a changé pour nous depuis {revision}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>last used</source>
        <translation>derniers utilisés</translation>
    </message>
    <message>
        <source>1 red line affected</source>
        <translation>1 ligne rouge touchée</translation>
    </message>
    <message>
        <source>{n} red lines affected</source>
        <translation>{n} lignes rouges touchées</translation>
    </message>
    <message>
        <source>{n} taken on board</source>
        <translation>{n} reprises</translation>
    </message>
    <message>
        <source>{n} not taken on board</source>
        <translation>{n} non reprises</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Speaking note…</source>
        <translation>Éléments d’intervention…</translation>
    </message>
    <message>
        <source>Next meeting, deadlines, positions</source>
        <translation>Prochaine réunion, échéances, positions</translation>
    </message>
    <message>
        <source>New documents, places last used</source>
        <translation>Nouveaux documents, derniers passages</translation>
    </message>
    <message>
        <source>J K select · Enter open · Space preview</source>
        <translation>J K sélectionner · Entrée ouvrir · Espace aperçu</translation>
    </message>
    <message>
        <source>Nothing is due. Import documents, or open one from the library.</source>
        <translation>Rien à faire. Importez des documents, ou ouvrez-en un de la bibliothèque.</translation>
    </message>
    <message>
        <source>1 deadline</source>
        <translation>1 échéance</translation>
    </message>
    <message>
        <source>{n} deadlines</source>
        <translation>{n} échéances</translation>
    </message>
    <message>
        <source>1 new document</source>
        <translation>1 nouveau document</translation>
    </message>
    <message>
        <source>{n} new documents</source>
        <translation>{n} nouveaux documents</translation>
    </message>
    <message>
        <source>Start meeting</source>
        <translation>Commencer la réunion</translation>
    </message>
</context>
<context>
    <name>TourController</name>
    <message>
        <source>Back to My Library</source>
        <translation>Revenir à ma bibliothèque</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} sur {count}</translation>
    </message>
    <message>
        <source>Skip Step</source>
        <translation>Passer l’étape</translation>
    </message>
    <message>
        <source>Search for a passage</source>
        <translation>Trouver un passage</translation>
    </message>
    <message>
        <source>Press {key}, type “{words}”, then press Enter to open the result.</source>
        <translation>Appuyez sur {key}, tapez «&#xa0;{words}&#xa0;» et ouvrez un résultat avec Entrée.</translation>
    </message>
    <message>
        <source>Press {key}, type “{place}”, and press Enter. J and K move from paragraph to paragraph.</source>
        <translation>Appuyez sur {key}, tapez «&#xa0;{place}&#xa0;», puis Entrée. J et K avancent paragraphe par paragraphe.</translation>
    </message>
    <message>
        <source>Go to a provision</source>
        <translation>Aller à une disposition</translation>
    </message>
    <message>
        <source>Press {key} on a paragraph and edit its text. Your changes are marked as you type.</source>
        <translation>Appuyez sur {key} sur un paragraphe et modifiez son libellé&#x202f;; vos modifications sont marquées pendant la frappe.</translation>
    </message>
    <message>
        <source>Make a drafting suggestion</source>
        <translation>Rédiger un libellé</translation>
    </message>
    <message>
        <source>Press {key}, check what will be circulated and what stays internal, then export to Word.</source>
        <translation>Appuyez sur {key}&#xa0;: voyez ce qui partirait et ce qui reste chez vous, puis écrivez le fichier Word.</translation>
    </message>
    <message>
        <source>Export a position</source>
        <translation>Envoyer une position</translation>
    </message>
    <message>
        <source>Press {library}, open {name} with Enter, then press {compare} to see what has changed.</source>
        <translation>Appuyez sur {library}, ouvrez {name} avec Entrée, puis appuyez sur {compare}&#xa0;: vous voyez ce que le texte est devenu.</translation>
    </message>
    <message>
        <source>Compare the revision</source>
        <translation>Aborder la révision</translation>
    </message>
    <message>
        <source>Tour complete</source>
        <translation>Visite terminée</translation>
    </message>
    <message>
        <source>Select a paragraph, press {key} and type a note. Esc returns to the text.</source>
        <translation>Sélectionnez un paragraphe, appuyez sur {key} et saisissez une note. Échap revient au texte.</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Ajouter une note</translation>
    </message>
    <message>
        <source>You have searched, made a note, drafted, exported and compared. {commands} lists all other commands, {meeting} starts meeting mode, and the samples are yours to experiment with.</source>
        <translation>Vous avez cherché, pris une note, rédigé, exporté et comparé. {commands} affiche toutes les autres commandes, {meeting} ouvre le mode réunion, et les exemples sont à vous pour vos essais.</translation>
    </message>
</context>
<context>
    <name>TourStrip</name>
    <message>
        <source>Tour</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Close Tour</source>
        <translation>Fermer le guide</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undone: {what}</source>
        <translation>Annulé&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>This is not on the screen: {what}</source>
        <translation>Ceci n’est pas à l’écran&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Redone: {what}</source>
        <translation>Rétabli&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Nothing more to undo in this field</source>
        <translation>Plus rien à annuler dans ce champ</translation>
    </message>
    <message>
        <source>Nothing more to redo in this field</source>
        <translation>Plus rien à rétablir dans ce champ</translation>
    </message>
    <message>
        <source>&amp;Undo {what}</source>
        <translation>Ann&amp;uler&#xa0;: {what}</translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation>&amp;Rétablir&#xa0;: {what}</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>Library locked. Passphrase:</source>
        <translation>La bibliothèque est verrouillée. Sa phrase de passe&#xa0;:</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>Show &amp;passphrase</source>
        <translation>&amp;Afficher la phrase de passe</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Déverrouiller</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>Wrong passphrase.</source>
        <translation>Phrase de passe incorrecte.</translation>
    </message>
</context>
<context>
    <name>Unpacking</name>
    <message>
        <source>Import Package</source>
        <translation>Importer un paquet</translation>
    </message>
    <message>
        <source>Package contents</source>
        <translation>Contenu du paquet</translation>
    </message>
    <message>
        <source>Import progress</source>
        <translation>Avancement de l’import</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
</context>
<context>
    <name>UnpackingDialog</name>
    <message>
        <source>{file}, created by {person}, {moment}</source>
        <translation>{file}, préparé par {person}, {moment}</translation>
    </message>
    <message>
        <source>It contains internal notes, included on purpose. Do not pass it on.</source>
        <translation>Il contient des notes internes, incluses à dessein. Ne le transmettez pas.</translation>
    </message>
    <message>
        <source>new: {n}</source>
        <translation>nouveaux&#xa0;: {n}</translation>
    </message>
    <message>
        <source>changed: {n}</source>
        <translation>modifiés&#xa0;: {n}</translation>
    </message>
    <message>
        <source>changed on both sides: {n}</source>
        <translation>modifiés des deux côtés&#xa0;: {n}</translation>
    </message>
    <message>
        <source>withdrawn: {n}</source>
        <translation>retirés&#xa0;: {n}</translation>
    </message>
    <message>
        <source>already in library: {n}</source>
        <translation>déjà dans la bibliothèque&#xa0;: {n}</translation>
    </message>
    <message>
        <source>removed here, not imported: {n}</source>
        <translation>supprimés ici, non importés&#xa0;: {n}</translation>
    </message>
    <message>
        <source>ours, unchanged: {n}</source>
        <translation>les nôtres, inchangés&#xa0;: {n}</translation>
    </message>
    <message>
        <source>documents included: {n}</source>
        <translation>documents inclus&#xa0;: {n}</translation>
    </message>
    <message>
        <source>term bases: {n}</source>
        <translation>bases terminologiques : {n}</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>il est vide</translation>
    </message>
    <message>
        <source>Your own notes and positions are not changed. Those of others are shown next to them, with their names.</source>
        <translation>Rien de ce qui est à vous n’est modifié&#xa0;: ce que d’autres ont écrit figure à côté, avec leurs noms.</translation>
    </message>
    <message>
        <source>This package has been imported before; importing it again does no harm.</source>
        <translation>Ce paquet a déjà été importé&#x202f;; recommencer est sans effet.</translation>
    </message>
    <message>
        <source>Waiting for their documents to be imported: {n}.</source>
        <translation>En attente de l’import de leurs documents&#xa0;: {n}.</translation>
    </message>
    <message>
        <source>Left out, because they are not notes or position entries: {n}.</source>
        <translation>Laissés de côté, car ni notes ni entrées de position&#xa0;: {n}.</translation>
    </message>
    <message>
        <source>It was created by a newer version of Delegate Desk. Content unknown to this version is left out.</source>
        <translation>Préparé par une version plus récente&#xa0;: ce que celle-ci ne connaît pas est laissé de côté.</translation>
    </message>
    <message>
        <source>Not signed: created by Delegate Desk 0.8. It does not prove who created it.</source>
        <translation>Non signé&#xa0;: créé avec Delegate Desk 0.8. Rien ne prouve qui l’a créé.</translation>
    </message>
    <message>
        <source>Signed by {person}, whose key you compared on {date}.</source>
        <translation>Signé par {person}, dont vous avez comparé la clé le {date}.</translation>
    </message>
    <message>
        <source>Signed by {person}. Key not compared yet: {words}. Compare it under People in the preferences.</source>
        <translation>Signé par {person}. Clé pas encore comparée&#xa0;: {words}. Comparez-la sous Personnes dans les préférences.</translation>
    </message>
    <message>
        <source>Sealed: only recipients can open it.</source>
        <translation>Scellé&#xa0;: seuls les destinataires peuvent l’ouvrir.</translation>
    </message>
    <message>
        <source>Changed on both sides: theirs is shown next to ours</source>
        <translation>Modifiés des deux côtés : les leurs figurent à côté des nôtres</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveaux</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiés</translation>
    </message>
    <message>
        <source>Withdrawn by the author</source>
        <translation>Retirés par leur auteur</translation>
    </message>
    <message>
        <source>Removed here, not imported</source>
        <translation>Supprimés ici, non importés</translation>
    </message>
    <message>
        <source>Ours, unchanged</source>
        <translation>Les nôtres, inchangés</translation>
    </message>
    <message>
        <source>Already in library</source>
        <translation>Déjà présents</translation>
    </message>
    <message>
        <source>Documents included</source>
        <translation>Documents inclus</translation>
    </message>
    <message>
        <source>Documents not in library</source>
        <translation>Documents absents de la bibliothèque</translation>
    </message>
    <message>
        <source>Term bases; those of the same name are replaced</source>
        <translation>Bases terminologiques ; celles du même nom sont remplacées</translation>
    </message>
    <message>
        <source>… and {n} more</source>
        <translation>… et {n} autres</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>position entry</source>
        <translation>entrée de position</translation>
    </message>
    <message>
        <source>waiting for its document</source>
        <translation>en attente de son document</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>Import de {file}</translation>
    </message>
</context>
<context>
    <name>UnplacedDialog</name>
    <message>
        <source>Unplaced Notes</source>
        <translation>Éléments sans place</translation>
    </message>
    <message>
        <source>Accept the suggested place, or go to the right paragraph and attach the note there. Nothing is lost.</source>
        <translation>Prenez la place proposée, ou allez au paragraphe concerné et fixez l’élément là. Rien n’est perdu.</translation>
    </message>
    <message>
        <source>Our position</source>
        <translation>Notre position</translation>
    </message>
    <message>
        <source>Attach to {place}</source>
        <translation>Fixer à {place}</translation>
    </message>
    <message>
        <source>Attach to Current Paragraph</source>
        <translation>Fixer au paragraphe en cours</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>Your last changes are not saved: the library cannot be written to.</source>
        <translation>Vos dernières modifications ne sont pas enregistrées&#xa0;: la bibliothèque ne peut pas être écrite.</translation>
    </message>
    <message>
        <source>Free some disk space and they will be saved automatically. Or copy them and store them elsewhere.</source>
        <translation>Libérez de la place sur le disque et l’enregistrement se fera. Ou copiez le texte et gardez-le ailleurs.</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Rester</translation>
    </message>
    <message>
        <source>&amp;Copy and Stay</source>
        <translation>&amp;Copier et rester</translation>
    </message>
    <message>
        <source>Close &amp;Without Saving</source>
        <translation>Fermer &amp;sans enregistrer</translation>
    </message>
</context>
<context>
    <name>VerdictChips</name>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>Show only {what}</source>
        <translation>Afficher seulement {what}</translation>
    </message>
    <message>
        <source>Show only these · key {n}</source>
        <translation>Afficher seulement ceux-ci · touche {n}</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>Afficher seulement ceux-ci</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Versions of Our Position</source>
        <translation>Versions de notre position</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>The older version</source>
        <translation>L’ancienne version</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>The newer version</source>
        <translation>La nouvelle version</translation>
    </message>
    <message>
        <source>Fields to show</source>
        <translation>Champs à afficher</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>all fields</source>
        <translation>tous les champs</translation>
    </message>
    <message>
        <source>general comments, notes</source>
        <translation>observations générales, notes</translation>
    </message>
    <message>
        <source>No changes yet.</source>
        <translation>Aucune modification pour l’instant.</translation>
    </message>
    <message>
        <source>There is only one version. Once marked as sent, it is archived and can be compared.</source>
        <translation>Il y a une seule version. Une fois marquée comme envoyée, elle est conservée telle quelle, pour comparaison.</translation>
    </message>
    <message>
        <source>No differences.</source>
        <translation>Aucune différence.</translation>
    </message>
    <message>
        <source>1 position entry differs</source>
        <translation>1 entrée de position diffère</translation>
    </message>
    <message>
        <source>{n} position entries differ</source>
        <translation>{n} entrées de position diffèrent</translation>
    </message>
</context>
<context>
    <name>Vote</name>
    <message>
        <source>Voting calculator</source>
        <translation>Calculateur de vote</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>Reference year</source>
        <translation>Année de référence</translation>
    </message>
    <message>
        <source>Participating members</source>
        <translation>Membres participants</translation>
    </message>
    <message>
        <source>Rest in Favour</source>
        <translation>Les autres pour</translation>
    </message>
    <message>
        <source>Count all undeclared members as in favour</source>
        <translation>Compter comme favorables tous les membres non déclarés</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Reset all votes</source>
        <translation>Réinitialiser tous les votes</translation>
    </message>
    <message>
        <source>Population Figures…</source>
        <translation>Chiffres de population…</translation>
    </message>
    <message>
        <source>View and edit the population figures</source>
        <translation>Voir et modifier les chiffres de population</translation>
    </message>
    <message>
        <source>Details and sources</source>
        <translation>Détails et sources</translation>
    </message>
    <message>
        <source>Show or hide the combinations and the sources</source>
        <translation>Afficher ou masquer les combinaisons et les sources</translation>
    </message>
</context>
<context>
    <name>VoteCalculator</name>
    <message>
        <source>+ for · − against · 0 abstain · Del undeclared · / participating or not · two letters: jump to a member</source>
        <translation>+ pour · − contre · 0 abstention · Suppr non déclaré · / participe ou non · deux lettres&#xa0;: aller à un membre</translation>
    </message>
    <message>
        <source>For example: {sets}</source>
        <translation>Par exemple&#xa0;: {sets}</translation>
    </message>
    <message>
        <source>Article 238(3) TFEU: only those who take part are counted.</source>
        <translation>Article 238, paragraphe 3, du TFUE&#xa0;: seuls ceux qui participent sont comptés.</translation>
    </message>
</context>
<context>
    <name>VotePane</name>
    <message>
        <source>Vote: state of play</source>
        <translation>Vote en l’état</translation>
    </message>
    <message>
        <source>Calculator…</source>
        <translation>Calculer…</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Vote</translation>
    </message>
    <message>
        <source>Enter the vote member by member</source>
        <translation>Calculer le vote membre par membre</translation>
    </message>
    <message>
        <source>{no_result} In favour: support, can accept. Against: oppose, red line, reservation. All others, including scrutiny reservations and conditional support, count as undeclared.</source>
        <translation>{no_result} En faveur&#xa0;: soutien, acceptable. Contre&#xa0;: opposition, ligne rouge, réserve. Tous les autres, y compris les réserves d’examen et les soutiens conditionnels, comptent comme non déclarés.</translation>
    </message>
    <message>
        <source>Vote · {place}</source>
        <translation>Vote · {place}</translation>
    </message>
</context>
<context>
    <name>WatchedFoldersController</name>
    <message>
        <source>Watch Folder</source>
        <translation>Surveiller un répertoire</translation>
    </message>
    <message>
        <source>Watching {names}</source>
        <translation>Surveillance de {names}</translation>
    </message>
    <message>
        <source>{name} was imported.</source>
        <translation>{name} a été importé.</translation>
    </message>
    <message>
        <source>From a watched folder</source>
        <translation>D’un répertoire surveillé</translation>
    </message>
</context>
<context>
    <name>WelcomeController</name>
    <message>
        <source>Your library is empty. Drop files here, or choose one of these.</source>
        <translation>Votre bibliothèque est vide. Déposez des fichiers ici, ou choisissez l’une de ces actions.</translation>
    </message>
    <message>
        <source>Your library is empty</source>
        <translation>Votre bibliothèque est vide</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>Import documents…</source>
        <translation>Importer des documents…</translation>
    </message>
    <message>
        <source>PDF, Word, web pages, text, archives and emails. You can also drop them here.</source>
        <translation>PDF, Word, pages web, texte, archives et courriels&#x202f;; ou déposez-les ici.</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Surveiller un répertoire…</translation>
    </message>
    <message>
        <source>New files, for example downloads, are imported automatically.</source>
        <translation>Tout ce qui y est placé est importé automatiquement, par exemple vos téléchargements.</translation>
    </message>
    <message>
        <source>Try the sample library</source>
        <translation>Explorer les exemples</translation>
    </message>
    <message>
        <source>Fictitious documents and a six-step tour.</source>
        <translation>Des documents inventés pour tout essayer, avec un guide en six étapes.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>Skip (Esc)</source>
        <translation>Passer (Échap)</translation>
    </message>
    <message>
        <source>Skip this page, Escape</source>
        <translation>Passer cette page, Échap</translation>
    </message>
    <message>
        <source>Find any passage in your Council documents, note what matters, and export your delegation’s position to Word.</source>
        <translation>Retrouvez tout passage de vos documents du Conseil, notez ce qui compte et envoyez la position de votre délégation en fichier Word.</translation>
    </message>
</context>
<context>
    <name>WindowMemory</name>
    <message>
        <source>{before} tabs are now {now}: one per document.</source>
        <translation>{before} onglets deviennent {now} : un par document.</translation>
    </message>
</context>
<context>
    <name>WrittenComments</name>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>&amp;Delegations</source>
        <translation>&amp;De qui</translation>
    </message>
    <message>
        <source>Country codes, such as EL or EL, CY</source>
        <translation>Codes, par exemple EL ou EL, CY</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>Reconnu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
</context>
<context>
    <name>_PageListModel</name>
    <message>
        <source>page {n} of {of}</source>
        <translation>page {n} sur {of}</translation>
    </message>
</context>
<context>
    <name>_PassphraseDialog</name>
    <message>
        <source>Enter a passphrase.</source>
        <translation>Saisissez une phrase de passe.</translation>
    </message>
    <message>
        <source>The passphrases do not match.</source>
        <translation>Les deux phrases ne sont pas identiques.</translation>
    </message>
</context>
<context>
    <name>_TitleEdit</name>
    <message>
        <source>Title of the tab</source>
        <translation>Titre de l’onglet</translation>
    </message>
    <message>
        <source>Title of the document</source>
        <translation>Titre du document</translation>
    </message>
</context>
<context>
    <name>_ViewStack</name>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>What changed for us</source>
        <translation>Ce qui a changé pour nous</translation>
    </message>
    <message>
        <source>Check notes</source>
        <translation>Vérification des notes</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Written comments</source>
        <translation>Observations écrites</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>About Delegate Desk</source>
        <translation>À propos de Delegate Desk</translation>
    </message>
    <message>
        <source>Delegate Desk {version}</source>
        <translation>Delegate Desk {version}</translation>
    </message>
    <message>
        <source>Council documents on the delegate’s own desk. It opens no network connection.</source>
        <translation>Les documents du Conseil sur le bureau du délégué. Le programme n’ouvre aucune connexion réseau.</translation>
    </message>
    <message>
        <source>Built on open-source software: Qt, Python, fonts and icons.</source>
        <translation>Il repose sur le travail de beaucoup d’autres, de Qt et Python jusqu’à ses lettres et ses icônes.</translation>
    </message>
    <message>
        <source>&amp;Licences…</source>
        <translation>&amp;Licences…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>application</name>
    <message>
        <source>The library {folder} was not found.</source>
        <translation>La bibliothèque {folder} est introuvable.</translation>
    </message>
    <message>
        <source>If it is on a USB stick or another drive, connect it and try again. Nothing was created.</source>
        <translation>Si elle se trouve sur une clé ou un autre disque, branchez-le et vérifiez encore. Rien n’a été créé.</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Vérifier encore</translation>
    </message>
    <message>
        <source>Create &amp;New Library There</source>
        <translation>&amp;Créer une nouvelle bibliothèque là</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
</context>
<context>
    <name>browsewords</name>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>Visibilité</translation>
    </message>
    <message>
        <source>Reservation by</source>
        <translation>Réserve de</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Création</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>By document</source>
        <translation>Par document</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Par genre</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>Par étiquette</translation>
    </message>
    <message>
        <source>By dossier</source>
        <translation>Par dossier</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>Par statut</translation>
    </message>
    <message>
        <source>By due day</source>
        <translation>Par échéance</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Interne</translation>
    </message>
    <message>
        <source>Circulation</source>
        <translation>Diffusion</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Up to a week ago</source>
        <translation>Depuis une semaine</translation>
    </message>
    <message>
        <source>Up to a month ago</source>
        <translation>Depuis un mois</translation>
    </message>
    <message>
        <source>Up to a year ago</source>
        <translation>Depuis un an</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Plus tôt</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Demain</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation>Sans échéance</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>la nôtre</translation>
    </message>
    <message>
        <source>Without a deadline</source>
        <translation>Sans échéance</translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation>Sans étiquette</translation>
    </message>
    <message>
        <source>today {hour}</source>
        <translation>aujourd’hui {hour}</translation>
    </message>
    <message>
        <source>tomorrow {hour}</source>
        <translation>demain {hour}</translation>
    </message>
</context>
<context>
    <name>carrying</name>
    <message>
        <source>To check</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Paragraph deleted</source>
        <translation>Paragraphe supprimé</translation>
    </message>
    <message>
        <source>Deleted by an earlier revision</source>
        <translation>Supprimés par une révision antérieure</translation>
    </message>
    <message>
        <source>Left on previous revision</source>
        <translation>Laissé sur la révision précédente</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Placé</translation>
    </message>
    <message>
        <source>once placed there, it is carried over here</source>
        <translation>une fois placé là, il est reporté ici</translation>
    </message>
    <message>
        <source>To check in {name}</source>
        <translation>À vérifier dans {name}</translation>
    </message>
    <message>
        <source>{old}, now {new}</source>
        <translation>{old}, désormais {new}</translation>
    </message>
    <message>
        <source>{thing} on {place}</source>
        <translation>{thing} sur {place}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>Aucune place</translation>
    </message>
    <message>
        <source>was</source>
        <translation>avant</translation>
    </message>
    <message>
        <source>now</source>
        <translation>désormais</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>proposé</translation>
    </message>
    <message>
        <source>Our position</source>
        <translation>Notre position</translation>
    </message>
    <message>
        <source>Intervention</source>
        <translation>Intervention</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>green</source>
        <translation>vert</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>jaune</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rouge</translation>
    </message>
</context>
<context>
    <name>comparewords</name>
    <message>
        <source>1 uncertain</source>
        <translation>1 incertaine</translation>
    </message>
    <message>
        <source>{n} uncertain</source>
        <translation>{n} incertaines</translation>
    </message>
    <message>
        <source>1 with incorrect mark-up</source>
        <translation>1 avec des marques inexactes</translation>
    </message>
    <message>
        <source>{n} with incorrect mark-up</source>
        <translation>{n} avec des marques inexactes</translation>
    </message>
    <message>
        <source>1 differs in number, structure or length</source>
        <translation>1 différente en chiffres, structure ou longueur</translation>
    </message>
    <message>
        <source>{n} differ in number, structure or length</source>
        <translation>{n} différentes en chiffres, structure ou longueur</translation>
    </message>
    <message>
        <source>same words, found once in each text</source>
        <translation>mêmes mots, une fois dans chaque texte</translation>
    </message>
    <message>
        <source>same surrounding paragraphs</source>
        <translation>mêmes paragraphes voisins</translation>
    </message>
    <message>
        <source>same place</source>
        <translation>même place</translation>
    </message>
    <message>
        <source>closest match in the other text</source>
        <translation>la plus proche dans l’autre texte</translation>
    </message>
    <message>
        <source>words split over several paragraphs, or merged from several</source>
        <translation>mots répartis sur plusieurs paragraphes, ou réunis de plusieurs</translation>
    </message>
    <message>
        <source>no counterpart in the other text</source>
        <translation>sans équivalent dans l’autre texte</translation>
    </message>
    <message>
        <source>similar text differs on a key point: a number, a negation, an institution</source>
        <translation>ce qui lui ressemble diffère sur l’essentiel&#xa0;: un nombre, une négation, une institution</translation>
    </message>
    <message>
        <source>several equally similar paragraphs</source>
        <translation>plusieurs paragraphes également semblables</translation>
    </message>
    <message>
        <source>marked as new, but already in the earlier text</source>
        <translation>marqué comme nouveau, mais déjà dans le texte précédent</translation>
    </message>
    <message>
        <source>new, but not marked</source>
        <translation>nouveau, mais non marqué</translation>
    </message>
    <message>
        <source>marked as deleted, but not in the earlier text</source>
        <translation>marqué comme supprimé, mais absent du texte précédent</translation>
    </message>
    <message>
        <source>deleted, but not marked</source>
        <translation>supprimé, mais non marqué</translation>
    </message>
    <message>
        <source>different numbers</source>
        <translation>chiffres différents</translation>
    </message>
    <message>
        <source>different structure</source>
        <translation>structure différente</translation>
    </message>
    <message>
        <source>different length</source>
        <translation>longueur différente</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>incertain</translation>
    </message>
    <message>
        <source>1 added</source>
        <translation>1 nouveau</translation>
    </message>
    <message>
        <source>{n} added</source>
        <translation>{n} nouveaux</translation>
    </message>
    <message>
        <source>1 deleted</source>
        <translation>1 supprimé</translation>
    </message>
    <message>
        <source>{n} deleted</source>
        <translation>{n} supprimés</translation>
    </message>
    <message>
        <source>1 reworded</source>
        <translation>1 reformulé</translation>
    </message>
    <message>
        <source>{n} reworded</source>
        <translation>{n} reformulés</translation>
    </message>
    <message>
        <source>1 split</source>
        <translation>1 scindé</translation>
    </message>
    <message>
        <source>{n} split</source>
        <translation>{n} scindés</translation>
    </message>
    <message>
        <source>1 merged</source>
        <translation>1 fusionné</translation>
    </message>
    <message>
        <source>{n} merged</source>
        <translation>{n} fusionnés</translation>
    </message>
    <message>
        <source>1 moved</source>
        <translation>1 déplacé</translation>
    </message>
    <message>
        <source>{n} moved</source>
        <translation>{n} déplacés</translation>
    </message>
    <message>
        <source>1 renumbered only</source>
        <translation>1 renuméroté seulement</translation>
    </message>
    <message>
        <source>{n} renumbered only</source>
        <translation>{n} renumérotés seulement</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>à vérifier</translation>
    </message>
    <message>
        <source>no place, as you decided</source>
        <translation>sans place, selon votre décision</translation>
    </message>
    <message>
        <source>paragraph deleted</source>
        <translation>paragraphe supprimé</translation>
    </message>
    <message>
        <source>placed by you</source>
        <translation>placé par vous</translation>
    </message>
    <message>
        <source>{verdict}, quoted words deleted</source>
        <translation>{verdict}, ses mots ont disparu</translation>
    </message>
    <message>
        <source>deleted in {name}</source>
        <translation>supprimé dans {name}</translation>
    </message>
    <message>
        <source>perhaps back, to check</source>
        <translation>peut-être de retour, à vérifier</translation>
    </message>
    <message>
        <source>in the text again</source>
        <translation>de nouveau dans le texte</translation>
    </message>
    <message>
        <source>There was nothing to carry over.</source>
        <translation>Il n’y avait rien à reporter.</translation>
    </message>
    <message>
        <source>1 placed</source>
        <translation>1 placé</translation>
    </message>
    <message>
        <source>{n} placed</source>
        <translation>{n} placés</translation>
    </message>
    <message>
        <source>1 to check</source>
        <translation>1 à vérifier</translation>
    </message>
    <message>
        <source>{n} to check</source>
        <translation>{n} à vérifier</translation>
    </message>
    <message>
        <source>1 on deleted text</source>
        <comment>notes and lines that were carried over</comment>
        <translation>1 sur du texte supprimé</translation>
    </message>
    <message>
        <source>{n} on deleted text</source>
        <comment>notes and lines that were carried over</comment>
        <translation>{n} sur du texte supprimé</translation>
    </message>
    <message>
        <source>1 deleted earlier</source>
        <translation>1 supprimé plus tôt</translation>
    </message>
    <message>
        <source>{n} deleted earlier</source>
        <translation>{n} supprimés plus tôt</translation>
    </message>
    <message>
        <source>1 to check in {name}</source>
        <translation>1 à vérifier dans {name}</translation>
    </message>
    <message>
        <source>{n} to check in {name}</source>
        <translation>{n} à vérifier dans {name}</translation>
    </message>
    <message>
        <source>1 more</source>
        <translation>1 de plus</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} de plus</translation>
    </message>
    <message>
        <source>compared in {n} s</source>
        <translation>comparé en {n} s</translation>
    </message>
    <message>
        <source>1 paragraph</source>
        <translation>1 paragraphe</translation>
    </message>
    <message>
        <source>{n} paragraphs</source>
        <translation>{n} paragraphes</translation>
    </message>
    <message>
        <source>{old} → {new} paragraphs</source>
        <translation>{old} → {new} paragraphes</translation>
    </message>
    <message>
        <source>only in {language}</source>
        <translation>en {language} seulement</translation>
    </message>
    <message>
        <source>1 equivalent</source>
        <translation>1 équivalent</translation>
    </message>
    <message>
        <source>{n} equivalent</source>
        <translation>{n} équivalents</translation>
    </message>
    <message>
        <source>1 footnote</source>
        <translation>1 note de bas de page</translation>
    </message>
    <message>
        <source>{n} footnotes</source>
        <translation>{n} notes de bas de page</translation>
    </message>
    <message>
        <source>1 unchanged</source>
        <translation>1 inchangé</translation>
    </message>
    <message>
        <source>{n} unchanged</source>
        <translation>{n} inchangés</translation>
    </message>
</context>
<context>
    <name>consequences</name>
    <message>
        <source>{total}, all unchanged</source>
        <translation>{total}, aucun changement</translation>
    </message>
    <message>
        <source>Our proposals</source>
        <translation>Nos propositions</translation>
    </message>
    <message>
        <source>Our red lines</source>
        <translation>Nos lignes rouges</translation>
    </message>
    <message>
        <source>Our reservations</source>
        <translation>Nos réserves</translation>
    </message>
    <message>
        <source>Other delegations’ proposals</source>
        <translation>Propositions des autres délégations</translation>
    </message>
    <message>
        <source>Deleted by an earlier revision</source>
        <translation>Supprimés par une révision antérieure</translation>
    </message>
    <message>
        <source>Notes and questions</source>
        <translation>Notes et questions</translation>
    </message>
    <message>
        <source>Requested in meetings and now in the text</source>
        <translation>Demandé en réunion et figurant désormais dans le texte</translation>
    </message>
    <message>
        <source>All other changes</source>
        <translation>Autres changements</translation>
    </message>
    <message>
        <source>New paragraphs</source>
        <translation>Nouveaux paragraphes</translation>
    </message>
    <message>
        <source>1 paragraph was renumbered.</source>
        <translation>1 paragraphe a été renuméroté.</translation>
    </message>
    <message>
        <source>{n} paragraphs were renumbered.</source>
        <translation>{n} paragraphes ont été renumérotés.</translation>
    </message>
    <message>
        <source>Nothing that concerns us changed.</source>
        <translation>Rien de ce qui nous concerne n’a changé.</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Tous les changements</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Check note</source>
        <translation>Vérifier la note</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Maintenir</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Draft on this paragraph</source>
        <translation>Rédiger sur ce paragraphe</translation>
    </message>
    <message>
        <source>Our proposal on {place}</source>
        <translation>Notre proposition sur {place}</translation>
    </message>
    <message>
        <source>{who} on {place}</source>
        <translation>{who} sur {place}</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>proposé</translation>
    </message>
    <message>
        <source>now</source>
        <translation>désormais</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>supprimé</translation>
    </message>
    <message>
        <source>in {place}</source>
        <translation>dans {place}</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>à vérifier</translation>
    </message>
    <message>
        <source>affected</source>
        <translation>touché</translation>
    </message>
    <message>
        <source>in another language: unknown</source>
        <translation>autre langue&#xa0;: inconnu</translation>
    </message>
    <message>
        <source>unaffected</source>
        <translation>non touché</translation>
    </message>
    <message>
        <source>was</source>
        <translation>avant</translation>
    </message>
    <message>
        <source>in the text</source>
        <translation>dans le texte</translation>
    </message>
    <message>
        <source>was {place}</source>
        <translation>avant&#xa0;: {place}</translation>
    </message>
</context>
<context>
    <name>context</name>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} sur {count}</translation>
    </message>
    <message>
        <source>from {name}, {place}</source>
        <translation>de {name}, {place}</translation>
    </message>
    <message>
        <source>on {name}, {place}</source>
        <translation>sur {name}, {place}</translation>
    </message>
    <message>
        <source>footnote {label}: </source>
        <translation>note {label}&#xa0;: </translation>
    </message>
    <message>
        <source>{reference} is not in the library</source>
        <translation>{reference} n’est pas dans la bibliothèque</translation>
    </message>
    <message>
        <source>For the text</source>
        <translation>Pour le texte</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Réserves</translation>
    </message>
    <message>
        <source>Against the text</source>
        <translation>Contre le texte</translation>
    </message>
    <message>
        <source>With us</source>
        <translation>Avec nous</translation>
    </message>
    <message>
        <source>Against us</source>
        <translation>Contre nous</translation>
    </message>
    <message>
        <source>Would have a majority with {members}</source>
        <translation>Aurait une majorité avec {members}</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Autres</translation>
    </message>
    <message>
        <source>Revisions of this paragraph</source>
        <translation>Révisions de ce paragraphe</translation>
    </message>
    <message>
        <source>Same provision elsewhere</source>
        <translation>Même disposition ailleurs</translation>
    </message>
    <message>
        <source> · current</source>
        <translation> · actuelle</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>{language} only</source>
        <translation>{language} seulement</translation>
    </message>
    <message>
        <source>Open in {language}</source>
        <translation>Ouvrir en {language}</translation>
    </message>
    <message>
        <source>Only {place} corresponds</source>
        <translation>Seule correspondance&#xa0;: {place}</translation>
    </message>
    <message>
        <source>Footnotes and references</source>
        <translation>Notes de bas de page et références</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Drafting</source>
        <translation>Libellé</translation>
    </message>
    <message>
        <source>Internal: {text}</source>
        <translation>Interne&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Our position</source>
        <translation>Notre position</translation>
    </message>
    <message>
        <source>Origin of our position</source>
        <translation>Origine de notre position</translation>
    </message>
    <message>
        <source>Next draft</source>
        <translation>Projet suivant</translation>
    </message>
    <message>
        <source>from a note; the first edit puts it into our position</source>
        <translation>d’une note&#xa0;; la première modification l’ajoute à notre position</translation>
    </message>
    <message>
        <source>Sent on {day}</source>
        <translation>Envoyée le {day}</translation>
    </message>
    <message>
        <source>Our position on {name}</source>
        <translation>Notre position sur {name}</translation>
    </message>
    <message>
        <source>Start draft {n}</source>
        <translation>Commencer le projet {n}</translation>
    </message>
    <message>
        <source>Could join us</source>
        <translation>Pourraient se joindre à nous</translation>
    </message>
    <message>
        <source>Our side has a qualified majority</source>
        <translation>Notre camp a la majorité qualifiée</translation>
    </message>
    <message>
        <source>Our side is a blocking minority</source>
        <translation>Notre camp forme une minorité de blocage</translation>
    </message>
    <message>
        <source>Would block with {members}</source>
        <translation>Bloquerait avec {members}</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Recitals, articles and terms</source>
        <translation>Considérants, articles et termes</translation>
    </message>
    <message>
        <source>This term is not used in the articles.</source>
        <translation>Ce terme n’est pas employé dans les articles.</translation>
    </message>
    <message>
        <source>used before it is defined</source>
        <translation>employé avant d’être défini</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>contribution</name>
    <message>
        <source>Without a place</source>
        <translation>Sans place</translation>
    </message>
    <message>
        <source>By provision</source>
        <translation>Par disposition</translation>
    </message>
    <message>
        <source>General comments</source>
        <translation>Observations générales</translation>
    </message>
    <message>
        <source>no delegation named</source>
        <translation>aucune délégation indiquée</translation>
    </message>
    <message>
        <source>no provision named</source>
        <translation>aucune disposition citée</translation>
    </message>
    <message>
        <source>new · {paper}</source>
        <translation>nouveau · {paper}</translation>
    </message>
    <message>
        <source>drafting</source>
        <translation>libellé</translation>
    </message>
    <message>
        <source>on</source>
        <translation>sur</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 entrée</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} entrées</translation>
    </message>
    <message>
        <source>1 drafting suggestion</source>
        <translation>1 libellé</translation>
    </message>
    <message>
        <source>{n} drafting suggestions</source>
        <translation>{n} libellés</translation>
    </message>
    <message>
        <source>1 comment</source>
        <translation>1 observation</translation>
    </message>
    <message>
        <source>{n} comments</source>
        <translation>{n} observations</translation>
    </message>
    <message>
        <source>1 entry has no place yet; suggestions will be shown</source>
        <translation>1 entrée n’a pas encore de place&#x202f;; des propositions s’afficheront</translation>
    </message>
    <message>
        <source>{n} entries have no place yet; suggestions will be shown</source>
        <translation>{n} entrées n’ont pas encore de place&#x202f;; des propositions s’afficheront</translation>
    </message>
    <message>
        <source>All entries have a place</source>
        <translation>Toutes les entrées ont une place</translation>
    </message>
    <message>
        <source>Delegations: {codes}</source>
        <translation>Délégations&#xa0;: {codes}</translation>
    </message>
    <message>
        <source>Some entries do not name a delegation</source>
        <translation>Certaines entrées n’indiquent pas de délégation</translation>
    </message>
</context>
<context>
    <name>dossierwords</name>
    <message>
        <source>revision {n}</source>
        <translation>révision {n}</translation>
    </message>
    <message>
        <source>addendum</source>
        <translation>addendum</translation>
    </message>
    <message>
        <source>corrigendum</source>
        <translation>corrigendum</translation>
    </message>
    <message>
        <source>added manually</source>
        <translation>ajouté à la main</translation>
    </message>
    <message>
        <source>not in library; implied by a later revision</source>
        <translation>absent de la bibliothèque&#x202f;; une révision ultérieure l’indique</translation>
    </message>
    <message>
        <source>not in library; cited in {names}</source>
        <translation>absent de la bibliothèque&#x202f;; cité par {names}</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 note</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} notes</translation>
    </message>
    <message>
        <source>position on {n}</source>
        <translation>position sur {n}</translation>
    </message>
    <message>
        <source>{n} interventions</source>
        <translation>interventions&#xa0;: {n}</translation>
    </message>
    <message>
        <source>1 document</source>
        <translation>1 document</translation>
    </message>
    <message>
        <source>{n} documents</source>
        <translation>{n} documents</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>{n} not in library</source>
        <translation>absents de la bibliothèque&#xa0;: {n}</translation>
    </message>
    <message>
        <source>cites the file {said}</source>
        <translation>cite le dossier {said}</translation>
    </message>
    <message>
        <source>also concerns {said}</source>
        <translation>porte aussi sur {said}</translation>
    </message>
    <message>
        <source>cites {said}</source>
        <translation>cite {said}</translation>
    </message>
    <message>
        <source>is cited in {said}</source>
        <translation>est cité par {said}</translation>
    </message>
    <message>
        <source>similar subject: {said}</source>
        <translation>objet semblable&#xa0;: {said}</translation>
    </message>
    <message>
        <source>same subject codes: {said}</source>
        <translation>mêmes codes de matière&#xa0;: {said}</translation>
    </message>
    <message>
        <source>from the same period</source>
        <translation>de la même période</translation>
    </message>
    <message>
        <source>superseded by {revision}</source>
        <translation>remplacé par {revision}</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>it is password-protected; save it without a password and import it again</source>
        <translation>il est protégé par un mot de passe&#x202f;; enregistrez-le sans mot de passe et importez-le de nouveau</translation>
    </message>
    <message>
        <source>it is damaged and cannot be opened</source>
        <translation>il est endommagé et ne peut pas être ouvert</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>il est trop volumineux</translation>
    </message>
    <message>
        <source>it contains no text</source>
        <translation>il ne contient pas de texte</translation>
    </message>
    <message>
        <source>this file type is not supported; save it as PDF, .docx, .html or .txt</source>
        <translation>ce type de fichier n’est pas pris en charge&#x202f;; enregistrez-le en PDF, .docx, .html ou .txt</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>il ne peut pas être lu</translation>
    </message>
    <message>
        <source>it is classified, and classified documents must not be stored here</source>
        <translation>il est classifié, et les documents classifiés ne doivent pas être conservés ici</translation>
    </message>
    <message>
        <source>{file_name} was not imported: {reason}.</source>
        <translation>{file_name} n’a pas été importé&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>it is an OpenDocument text; save it as .docx and import that</source>
        <translation>c’est un texte OpenDocument&#x202f;; enregistrez-le en .docx, puis importez-le</translation>
    </message>
    <message>
        <source>it is in an old word-processor format; save it as .docx and import that</source>
        <translation>il est au format d’un ancien traitement de texte&#x202f;; enregistrez-le en .docx, puis importez-le</translation>
    </message>
    <message>
        <source>it is an image; convert it to a searchable PDF (OCR) and import that</source>
        <translation>c’est une image&#x202f;; enregistrez-la en PDF avec un programme de reconnaissance de texte, puis importez-la</translation>
    </message>
    <message>
        <source>this archive format is not supported; extract it and import the folder, or use .zip</source>
        <translation>ce format d’archive n’est pas pris en charge&#x202f;; décompressez-la et importez le répertoire, ou utilisez .zip</translation>
    </message>
    <message>
        <source>it is a Pages document; export it as Word or PDF and import that</source>
        <translation>il est au format Pages&#x202f;; exportez-le en Word ou PDF, puis importez-le</translation>
    </message>
    <message>
        <source>it is a package from a colleague; import it with File &gt; Library &gt; Import Package</source>
        <translation>c’est un paquet d’un collègue&#x202f;; importez-le par Fichier &gt; Bibliothèque &gt; Ouvrir un paquet</translation>
    </message>
    <message>
        <source>it does not exist or cannot be read</source>
        <translation>il n’existe pas ou est illisible</translation>
    </message>
    <message>
        <source>it is not a Word file; save it as .docx or .dotx</source>
        <translation>ce n’est pas un fichier Word&#x202f;; enregistrez-le en .docx ou .dotx</translation>
    </message>
    <message>
        <source>it is encrypted or in an old format; save it as .docx without a password</source>
        <translation>il est chiffré ou dans un ancien format&#x202f;; enregistrez-le en .docx sans mot de passe</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>il est endommagé</translation>
    </message>
    <message>
        <source>it contains macros; save it as .docx or .dotx</source>
        <translation>il contient des macros&#x202f;; enregistrez-le en .docx ou .dotx</translation>
    </message>
    <message>
        <source>it links to external images or text; embed them</source>
        <translation>il prend des images ou des textes ailleurs&#x202f;; placez-les dans le fichier</translation>
    </message>
    <message>
        <source>it contains an embedded object; replace it with an image</source>
        <translation>il contient l’objet d’un autre programme&#x202f;; convertissez-le en image</translation>
    </message>
    <message>
        <source>it contains comments or tracked changes; resolve them first</source>
        <translation>il contient des commentaires ou des modifications suivies&#x202f;; réglez-les d’abord</translation>
    </message>
    <message>
        <source>The template {file_name} cannot be used: {reason}.</source>
        <translation>Le modèle {file_name} ne peut pas être utilisé&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>{file_name} is already in the library as {name}.</source>
        <translation>{file_name} est déjà dans la bibliothèque, sous le nom {name}.</translation>
    </message>
    <message>
        <source>{file_name} is already in the library as {name}. Its missing or damaged original has been restored.</source>
        <translation>{file_name} est dans la bibliothèque, sous le nom {name}&#xa0;: son original, auparavant endommagé ou manquant, est de nouveau intact.</translation>
    </message>
    <message>
        <source>Counted twice: {codes}.</source>
        <translation>Comptés deux fois&#xa0;: {codes}.</translation>
    </message>
    <message>
        <source>Counted, but not participating in the vote: {codes}.</source>
        <translation>Comptés, mais ne participant pas au vote&#xa0;: {codes}.</translation>
    </message>
    <message>
        <source>Abstention declared for a member that does not abstain: {codes}.</source>
        <translation>Une abstention est déclarée pour un membre qui ne s’abstient pas&#xa0;: {codes}.</translation>
    </message>
    <message>
        <source>A vote needs at least one participating member.</source>
        <translation>Un vote exige des membres qui participent.</translation>
    </message>
    <message>
        <source>There is no position on {name} yet.</source>
        <translation>Il n’y a pas encore de position sur {name}.</translation>
    </message>
    <message>
        <source>The position on {name} has been sent. Edit it to start the next version, which can then be cleared.</source>
        <translation>La position sur {name} a été envoyée&#xa0;: un changement commence sa version suivante, qui peut être visée.</translation>
    </message>
    <message>
        <source>The position on {name} has been withdrawn. Edit it to start a new draft.</source>
        <translation>La position sur {name} est retirée&#xa0;: un changement commence un nouveau projet.</translation>
    </message>
    <message>
        <source>Enter who cleared the position on {name}.</source>
        <translation>Indiquez qui a visé la position sur {name}.</translation>
    </message>
    <message>
        <source>Enter the recipient of the position on {name}.</source>
        <translation>Indiquez à qui la position sur {name} a été envoyée.</translation>
    </message>
    <message>
        <source>The figures were not saved: {detail} is missing.</source>
        <translation>Les chiffres ne sont pas conservés&#xa0;: {detail} manque.</translation>
    </message>
    <message>
        <source>The figures were not saved: {detail} was not a member in that year.</source>
        <translation>Les chiffres ne sont pas conservés&#xa0;: {detail} n’est pas membre cette année-là.</translation>
    </message>
    <message>
        <source>The figures were not saved: {detail} has no population.</source>
        <translation>Les chiffres ne sont pas conservés&#xa0;: {detail} n’a pas de population.</translation>
    </message>
    <message>
        <source>The figures were not saved: the percentages add up to {detail}, not to 100.</source>
        <translation>Les chiffres ne sont pas conservés&#xa0;: la somme des pourcentages est de {detail}, et non de 100.</translation>
    </message>
    <message>
        <source>The figures were not saved: enter their source.</source>
        <translation>Les chiffres ne sont pas conservés sans leur source.</translation>
    </message>
    <message>
        <source>it is not a Delegate Desk backup</source>
        <translation>ce n’est pas une sauvegarde de Delegate Desk</translation>
    </message>
    <message>
        <source>it is damaged or incomplete</source>
        <translation>elle est endommagée ou incomplète</translation>
    </message>
    <message>
        <source>it was made by a newer version of Delegate Desk</source>
        <translation>une version plus récente de Delegate Desk l’a faite</translation>
    </message>
    <message>
        <source>it contains files that do not belong in a backup</source>
        <translation>elle contient des fichiers étrangers à une sauvegarde</translation>
    </message>
    <message>
        <source>{file} was not restored: {reason}.</source>
        <translation>{file} n’a pas été restauré&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>it is not a Delegate Desk package</source>
        <translation>ce n’est pas un paquet de Delegate Desk</translation>
    </message>
    <message>
        <source>it is damaged or incomplete; ask for it again</source>
        <translation>il est endommagé ou incomplet&#x202f;; redemandez-le</translation>
    </message>
    <message>
        <source>it has been altered; ask for it again</source>
        <translation>il a été altéré&#x202f;; redemandez-le</translation>
    </message>
    <message>
        <source>it was created by a newer version of Delegate Desk; update this one, or ask for an older format</source>
        <translation>une version plus récente de Delegate Desk l’a préparé&#x202f;; mettez celle-ci à jour, ou demandez un format plus ancien</translation>
    </message>
    <message>
        <source>it is too large, packed or unpacked</source>
        <translation>il est trop volumineux, ou le serait une fois ouvert</translation>
    </message>
    <message>
        <source>it contains file names that do not belong in a package</source>
        <translation>il contient des noms de fichiers étrangers à un paquet</translation>
    </message>
    <message>
        <source>its contents are not valid</source>
        <translation>son contenu n’est pas valable</translation>
    </message>
    <message>
        <source>{file_name} was not imported: {reason}. The library is unchanged.</source>
        <translation>{file_name} n’a pas été importé&#xa0;: {reason}. La bibliothèque est comme avant.</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>son imbrication est trop profonde</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>ce n’est pas du JSON</translation>
    </message>
    <message>
        <source>it contains no notes</source>
        <translation>il ne contient pas de notes</translation>
    </message>
    <message>
        <source>{name} is not in the library.</source>
        <translation>{name} n’est pas dans la bibliothèque.</translation>
    </message>
    <message>
        <source>{name} is in the library in several languages: {languages}.</source>
        <translation>{name} est présent en plusieurs langues&#xa0;: {languages}.</translation>
    </message>
    <message>
        <source>“{code}” is not the code of an official language of the Union, such as en or el.</source>
        <translation>« {code} » n’est pas le code d’une langue officielle de l’Union, comme en ou el.</translation>
    </message>
    <message>
        <source>“{typed}” was not found in {name}.</source>
        <translation>«&#xa0;{typed}&#xa0;» est introuvable dans {name}.</translation>
    </message>
    <message>
        <source>These words do not occur in that paragraph of {name}.</source>
        <translation>Ces mots ne figurent pas dans ce paragraphe de {name}.</translation>
    </message>
    <message>
        <source>“{typed}” is not valid in this field.</source>
        <translation>«&#xa0;{typed}&#xa0;» n’est pas valable dans ce champ.</translation>
    </message>
    <message>
        <source>{old} and {new} could not be compared ({detail}).</source>
        <translation>{old} et {new} n’ont pas été comparés ({detail}).</translation>
    </message>
    <message>
        <source>Choose a different document to carry notes over to: both are {name}.</source>
        <translation>Les notes se reportent vers un autre document&#xa0;: les deux sont {name}.</translation>
    </message>
    <message>
        <source>Delegate Desk did not export it, or what identifies it was removed</source>
        <translation>il n’a pas été exporté par Delegate Desk, ou ce qui l’identifie a été supprimé</translation>
    </message>
    <message>
        <source>Meeting {name} is not in the library.</source>
        <translation>La réunion {name} n’est pas dans la bibliothèque.</translation>
    </message>
    <message>
        <source>No changes were read from {file_name}: {reason}.</source>
        <translation>Aucune modification n’a été lue dans {file_name} : {reason}.</translation>
    </message>
    <message>
        <source>No comments on {name} were recognised in {paper}.</source>
        <translation>Aucune observation sur {name} n’a été reconnue dans {paper}.</translation>
    </message>
    <message>
        <source>Set {variable} to the new passphrase, or run this in a terminal, which asks for it.</source>
        <translation>Indiquez la nouvelle phrase secrète dans la variable {variable}, ou lancez cette commande dans un terminal, qui la demandera.</translation>
    </message>
    <message>
        <source>The key of {person} is not known yet. Import a package from them first, then seal yours to them.</source>
        <translation>La clé de {person} n’est pas encore connue. Importez d’abord un paquet de cette personne, puis scellez le vôtre pour elle.</translation>
    </message>
    <message>
        <source>The library {folder} was not opened: the path of its folder has more than {longest} characters, so Windows would refuse some of its files. Move it to a folder with a shorter path.</source>
        <translation>La bibliothèque {folder} n’est pas ouverte, car le chemin de son répertoire a plus de {longest} caractères et Windows refuserait certains de ses fichiers&#xa0;: déplacez-la dans un répertoire dont le chemin est plus court.</translation>
    </message>
    <message>
        <source>The policies set on this computer cannot be read ({detail}). Tell your administrator.</source>
        <translation>Les règles de cet ordinateur ne peuvent être lues ({detail}). Prévenez votre administrateur.</translation>
    </message>
    <message>
        <source>There is no term base called “{name}”.</source>
        <translation>Il n’y a pas de base terminologique nommée « {name} ».</translation>
    </message>
    <message>
        <source>Your administrator does not allow shared folders.</source>
        <translation>Votre administrateur n’autorise pas les répertoires partagés.</translation>
    </message>
    <message>
        <source>Your administrator has set the delegation: {detail}.</source>
        <translation>Votre administrateur a fixé la délégation : {detail}.</translation>
    </message>
    <message>
        <source>Your administrator has set the folder of the library: {detail}. No other can be opened.</source>
        <translation>Votre administrateur a fixé le dossier de la bibliothèque : {detail}. Aucune autre ne peut être ouverte.</translation>
    </message>
    <message>
        <source>Your administrator has set the template: {detail}.</source>
        <translation>Votre administrateur a fixé le modèle : {detail}.</translation>
    </message>
    <message>
        <source>Your administrator requires an encrypted library. Set a passphrase for {detail} first.</source>
        <translation>Votre administrateur exige une bibliothèque chiffrée. Définissez d’abord une phrase de passe pour {detail}.</translation>
    </message>
    <message>
        <source>Your administrator requires an encrypted library. {detail} stays encrypted.</source>
        <translation>Votre administrateur exige une bibliothèque chiffrée. {detail} reste chiffrée.</translation>
    </message>
    <message>
        <source>it gives no amending instruction on it</source>
        <translation>il ne contient aucune instruction de modification à son sujet</translation>
    </message>
    <message>
        <source>it has no terms in two official languages of the Union</source>
        <translation>il n’a pas de termes dans deux langues officielles de l’Union</translation>
    </message>
    <message>
        <source>it is a {detail} file under another name; rename it to {detail} and import it again</source>
        <translation>c’est un fichier {detail} sous un autre nom&#x202f;; renommez-le en {detail}, puis importez-le de nouveau</translation>
    </message>
    <message>
        <source>it is an Outlook appointment without text or attachments; create the meeting with Meeting &gt; New Meeting</source>
        <translation>c’est un rendez-vous Outlook sans texte ni pièce jointe&#x202f;; créez la réunion par Réunion &gt; Nouvelle réunion</translation>
    </message>
    <message>
        <source>it is an Outlook contact, not a document; copy what you need into a note</source>
        <translation>c’est un contact Outlook, pas un document&#x202f;; copiez ce dont vous avez besoin dans une note</translation>
    </message>
    <message>
        <source>it is an Outlook task or note without text or attachments; type it as a note with a deadline</source>
        <translation>c’est une tâche ou une note Outlook sans texte ni pièce jointe&#x202f;; saisissez-la comme note avec une échéance</translation>
    </message>
    <message>
        <source>it is in another language</source>
        <translation>il est dans une autre langue</translation>
    </message>
    <message>
        <source>it is not a term base in TBX, TMX, CSV, TSV or SKOS</source>
        <translation>ce n’est pas une base terminologique en TBX, TMX, CSV, TSV ou SKOS</translation>
    </message>
    <message>
        <source>it is not accessible to you</source>
        <translation>vous n’y avez pas accès</translation>
    </message>
    <message>
        <source>it is on another document</source>
        <translation>il porte sur un autre document</translation>
    </message>
    <message>
        <source>it is read-only</source>
        <translation>l’emplacement est en lecture seule</translation>
    </message>
    <message>
        <source>it is sealed to other people; ask the sender to seal it to you</source>
        <translation>il est scellé pour d’autres personnes&#xa0;; demandez à l’expéditeur de le sceller pour vous</translation>
    </message>
    <message>
        <source>it has no position of ours, or an earlier version of the program made it</source>
        <translation>il ne contient aucune position de notre part, ou une version antérieure du programme l’a produit</translation>
    </message>
    <message>
        <source>there is not enough disk space</source>
        <translation>il n’y a pas assez d’espace disque</translation>
    </message>
    <message>
        <source>{amending} cannot be applied to {base}: {reason}.</source>
        <translation>{amending} ne peut pas être appliqué à {base}&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>{code} is not a delegation code.</source>
        <translation>{code} n’est pas le code d’une délégation.</translation>
    </message>
    <message>
        <source>{file_name} was not imported as a term base: {reason}.</source>
        <translation>{file_name} n’a pas été importé comme base terminologique : {reason}.</translation>
    </message>
    <message>
        <source>{folder} is inside the library. Choose a folder outside it.</source>
        <translation>Le dossier {folder} se trouve dans la bibliothèque. Choisissez un dossier en dehors.</translation>
    </message>
    <message>
        <source>{name} is not a four-column document.</source>
        <translation>{name} n’est pas un document à quatre colonnes.</translation>
    </message>
    <message>
        <source>{name} is not an agenda: it lists no agenda items.</source>
        <translation>{name} n’est pas un ordre du jour&#xa0;: il n’énumère aucun point de réunion.</translation>
    </message>
    <message>
        <source>The agenda of {body} has no item {number}.</source>
        <translation>L’ordre du jour de {body} n’a pas de point {number}.</translation>
    </message>
    <message>
        <source>Meeting {reference} already exists, in the trash.</source>
        <translation>Il y a déjà une réunion {reference}, dans la corbeille.</translation>
    </message>
    <message>
        <source>Meeting {reference} already exists.</source>
        <translation>Il y a déjà une réunion {reference}.</translation>
    </message>
    <message>
        <source>The library {folder} cannot be written to: {reason}.</source>
        <translation>La bibliothèque {folder} ne peut pas être écrite&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The library {folder} was written by a newer version of Delegate Desk and was not changed. Update Delegate Desk to open it.</source>
        <translation>La bibliothèque {folder} a été écrite par une version plus récente de Delegate Desk et n’a pas été modifiée. Mettez Delegate Desk à jour pour l’ouvrir.</translation>
    </message>
    <message>
        <source>The library {folder} is damaged ({reason}) and was not changed.</source>
        <translation>La bibliothèque {folder} est endommagée ({reason})&#x202f;; elle est laissée telle quelle.</translation>
    </message>
    <message>
        <source>Another program is using the library {folder}. Try again.</source>
        <translation>Un autre programme écrit dans la bibliothèque {folder}&#x202f;; réessayez.</translation>
    </message>
    <message>
        <source>There is not enough disk space for the library {folder}. Nothing already saved is lost.</source>
        <translation>Il n’y a plus de place pour la bibliothèque {folder}&#x202f;; rien de ce qui était enregistré n’est perdu.</translation>
    </message>
    <message>
        <source>{file} could not be saved: {reason}. The existing file is unchanged.</source>
        <translation>{file} n’a pas été écrit&#xa0;: {reason}. Ce qui y était est intact.</translation>
    </message>
    <message>
        <source>{file} is open in another program. Close it there, or delete {mark} if no program has the file open.</source>
        <translation>{file} est ouvert dans un autre programme&#xa0;: fermez-le d’abord là-bas, ou supprimez {mark} s’il a été laissé.</translation>
    </message>
    <message>
        <source>{file} is open in another program. Close it there first.</source>
        <translation>{file} est ouvert dans un autre programme&#xa0;: fermez-le d’abord là-bas.</translation>
    </message>
    <message>
        <source>There is no position on {name} to export.</source>
        <translation>Il n’y a pas de position sur {name} à exporter.</translation>
    </message>
    <message>
        <source>A phrase needs a keyword and a text.</source>
        <translation>Une phrase demande un mot-clé et un texte.</translation>
    </message>
    <message>
        <source>Our position on {name} has no version {version}.</source>
        <translation>Notre position sur {name} n’a pas de version {version}.</translation>
    </message>
    <message>
        <source>No delegation has taken a position in the meeting of {body} yet, so there is no matrix.</source>
        <translation>Personne n’a encore pris position à la réunion de {body}&#xa0;: il n’y a pas de tableau.</translation>
    </message>
    <message>
        <source>There is no complete population table for {year}. Available: {known}.</source>
        <translation>Il n’y a pas de tableau complet des populations pour {year}&#x202f;; il y en a pour {known}.</translation>
    </message>
    <message>
        <source>{file_name} could not be saved: choose one of the file types {known}.</source>
        <translation>{file_name} n’a pas pu être enregistré&#xa0;: choisissez l’un des types de fichier {known}.</translation>
    </message>
    <message>
        <source>This was written by someone else. You can reply to it, copy it or remove it.</source>
        <translation>Une autre personne a écrit ceci&#xa0;: répondez, copiez ou supprimez.</translation>
    </message>
    <message>
        <source>“{typed}” does not match exactly one person. Enter the full name.</source>
        <translation>«&#xa0;{typed}&#xa0;» ne désigne pas une seule personne. Entrez le nom complet.</translation>
    </message>
    <message>
        <source>The library {folder} could not be backed up: {reason}. Existing backups are unchanged.</source>
        <translation>La sauvegarde de la bibliothèque {folder} n’a pas été conservée&#xa0;: {reason}. Celles qui existent restent telles quelles.</translation>
    </message>
    <message>
        <source>{folder} is not empty. Choose a new folder for the backup.</source>
        <translation>{folder} n’est pas vide. Choisissez un nouveau répertoire pour la sauvegarde.</translation>
    </message>
    <message>
        <source>{file} could not be saved: choose a new file outside the library. Only an older backup can be replaced.</source>
        <translation>{file} n’a pas été écrit&#xa0;: choisissez un nouveau fichier hors de la bibliothèque&#x202f;; seule une sauvegarde plus ancienne est remplacée.</translation>
    </message>
    <message>
        <source>The second backup location, {folder}, is not available.</source>
        <translation>Le second emplacement des sauvegardes, {folder}, est absent.</translation>
    </message>
    <message>
        <source>{folder} cannot be used as a shared folder: it is not available, or it is inside the library.</source>
        <translation>Le partage dans {folder} est impossible&#xa0;: il est absent pour le moment, ou se trouve dans la bibliothèque elle-même.</translation>
    </message>
    <message>
        <source>{folder} does not contain a library. Choose the folder of a library.</source>
        <translation>{folder} ne contient pas de bibliothèque&#xa0;: choisissez le répertoire d’une bibliothèque.</translation>
    </message>
    <message>
        <source>The library {folder} is not available. Connect the drive it is on.</source>
        <translation>La bibliothèque {folder} est absente pour le moment&#xa0;: branchez la clé ou le disque qui la contient.</translation>
    </message>
    <message>
        <source>The library {folder} was not opened: it is on a network share ({file_system}), where a database can be damaged. Move it to a folder on this computer, with the share as second backup location, and work with others by package or shared folder.</source>
        <translation>La bibliothèque {folder} n’est pas ouverte, car elle se trouve sur un partage réseau ({file_system}), où une base de données peut être endommagée&#xa0;: gardez-la dans un répertoire de cet ordinateur, avec le partage comme second emplacement des sauvegardes, et travaillez avec d’autres par des paquets ou un répertoire partagé.</translation>
    </message>
    <message>
        <source>The library {folder} is encrypted. Enter its passphrase.</source>
        <translation>La bibliothèque {folder} est chiffrée&#xa0;: elle s’ouvre avec sa phrase de passe.</translation>
    </message>
    <message>
        <source>Wrong passphrase for the library {folder}.</source>
        <translation>Phrase de passe incorrecte pour la bibliothèque {folder}.</translation>
    </message>
    <message>
        <source>A passphrase needs at least {least} characters; several words are best.</source>
        <translation>Une phrase de passe demande au moins {least} caractères&#x202f;; plusieurs mots sont préférables.</translation>
    </message>
    <message>
        <source>The settings could not be saved in {file}: {reason}. The previous settings remain.</source>
        <translation>Les réglages n’ont pas été conservés dans {file}&#xa0;: {reason}. Les précédents restent.</translation>
    </message>
    <message>
        <source>The library {folder} could not be recovered ({reason}) and was not changed. You can restore a backup to another folder.</source>
        <translation>La bibliothèque {folder} n’a pas été récupérée ({reason})&#x202f;; tout est comme avant. Une sauvegarde peut être restaurée à côté.</translation>
    </message>
    <message>
        <source>The passphrases do not match. Nothing was changed.</source>
        <translation>Les deux phrases ne sont pas identiques. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>{file}, the key of the library, cannot be used ({reason}). Nothing was changed. Restore this file from a copy of the library’s folder.</source>
        <translation>{file} contient la clé de la bibliothèque et est inutilisable ({reason}). Rien n’a été modifié&#xa0;: reprenez ce fichier d’une copie du répertoire de la bibliothèque.</translation>
    </message>
    <message>
        <source>The library {folder} is already encrypted.</source>
        <translation>La bibliothèque {folder} est déjà chiffrée.</translation>
    </message>
    <message>
        <source>The library {folder} is not encrypted.</source>
        <translation>La bibliothèque {folder} n’est pas chiffrée.</translation>
    </message>
    <message>
        <source>Page {number} of {file_name} cannot be displayed.</source>
        <translation>La page {number} de {file_name} ne peut pas être affichée.</translation>
    </message>
    <message>
        <source>There is no meeting with a date and no open note with a deadline, so the calendar would be empty.</source>
        <translation>Il n’y a ni réunion datée ni note ouverte avec une échéance&#xa0;: le calendrier serait vide.</translation>
    </message>
    <message>
        <source>it contains a whole mailbox; save the messages as .msg or .eml and import those</source>
        <translation>il contient toute une boîte aux lettres ; enregistrez les messages en .msg ou .eml, puis importez-les</translation>
    </message>
    <message>
        <source>it is a presentation in another format; save it as .pptx and import that</source>
        <translation>c’est une présentation dans un autre format ; enregistrez-la en .pptx, puis importez-la</translation>
    </message>
    <message>
        <source>it is a spreadsheet in another format; save it as .xlsx and import that</source>
        <translation>c’est un tableur dans un autre format ; enregistrez-le en .xlsx, puis importez-le</translation>
    </message>
    <message>
        <source>it is not signed with the known key of its sender; ask them, and if they have a new key, remove the old one under People in the preferences</source>
        <translation>il n’est pas signé avec la clé connue de son expéditeur&#xa0;; demandez-lui et, si sa clé est nouvelle, retirez l’ancienne sous Personnes dans les préférences</translation>
    </message>
    <message>
        <source>the other program did not hand it over; save it to a folder and import it from there</source>
        <translation>l’autre programme ne l’a pas transmis ; enregistrez-le dans un répertoire et importez-le depuis celui-ci</translation>
    </message>
    <message>
        <source>a provision with this number exists already</source>
        <translation>une disposition portant ce numéro existe déjà</translation>
    </message>
    <message>
        <source>another instruction changes the same words or numbers</source>
        <translation>une autre instruction modifie les mêmes mots ou numéros</translation>
    </message>
    <message>
        <source>it does not name the provision with certainty</source>
        <translation>elle ne désigne pas la disposition avec certitude</translation>
    </message>
    <message>
        <source>its path is too long; choose a shorter name, or a folder with a shorter path</source>
        <translation>son chemin est trop long&#x202f;; choisissez un nom plus court ou un répertoire au chemin plus court</translation>
    </message>
    <message>
        <source>several provisions correspond to it</source>
        <translation>plusieurs dispositions y correspondent</translation>
    </message>
    <message>
        <source>it is a folder or a device, not a file</source>
        <translation>c’est un dossier ou un périphérique, pas un fichier</translation>
    </message>
    <message>
        <source>the file or folder does not exist</source>
        <translation>le fichier ou le dossier n’existe pas</translation>
    </message>
    <message>
        <source>the new text cannot be placed with certainty</source>
        <translation>le nouveau texte ne peut pas être placé avec certitude</translation>
    </message>
    <message>
        <source>the provision does not exist</source>
        <translation>la disposition n’existe pas</translation>
    </message>
    <message>
        <source>the sentence cannot be told apart with certainty</source>
        <translation>la phrase ne peut pas être délimitée avec certitude</translation>
    </message>
    <message>
        <source>the wording of the instruction is not understood</source>
        <translation>la formulation de l’instruction n’est pas comprise</translation>
    </message>
    <message>
        <source>the words are not in the provision</source>
        <translation>les mots ne figurent pas dans la disposition</translation>
    </message>
    <message>
        <source>the words occur several times in the provision</source>
        <translation>les mots figurent plusieurs fois dans la disposition</translation>
    </message>
</context>
<context>
    <name>exportchecks</name>
    <message>
        <source>Not cleared.</source>
        <translation>Non validée.</translation>
    </message>
    <message>
        <source>{place} is from a note.</source>
        <translation>{place} : à partir d’une note.</translation>
    </message>
    <message>
        <source>{name} is the newest revision in the library.</source>
        <translation>{name} est la révision la plus récente de la bibliothèque.</translation>
    </message>
    <message>
        <source>{marking} on each page.</source>
        <translation>{marking} sur chaque page.</translation>
    </message>
    <message>
        <source>No issues found.</source>
        <translation>Rien à signaler.</translation>
    </message>
</context>
<context>
    <name>exports</name>
    <message>
        <source>Position on {name}</source>
        <translation>Position sur {name}</translation>
    </message>
    <message>
        <source>Report on {body}</source>
        <translation>Compte rendu&#xa0;: {body}</translation>
    </message>
    <message>
        <source>Matrix of {body}</source>
        <translation>Tableau&#xa0;: {body}</translation>
    </message>
    <message>
        <source>Speaking note for {body}</source>
        <translation>Éléments d’intervention&#xa0;: {body}</translation>
    </message>
    <message>
        <source>{names}, side by side</source>
        <translation>{names}, côte à côte</translation>
    </message>
    <message>
        <source>{names}, full text</source>
        <translation>{names}, texte complet</translation>
    </message>
    <message>
        <source>Four-column table of {names}</source>
        <translation>Tableau à quatre colonnes : {names}</translation>
    </message>
    <message>
        <source>What changed for us in {name}</source>
        <translation>Ce qui a changé pour nous dans {name}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Translations of “{phrase}”</source>
        <translation>Traductions de « {phrase} »</translation>
    </message>
    <message>
        <source>Unusual translations in {document}</source>
        <translation>Traductions inhabituelles dans {document}</translation>
    </message>
    <message>
        <source>Meetings and deadlines</source>
        <translation>Réunions et échéances</translation>
    </message>
    <message>
        <source>{base}, as amended by {amending}</source>
        <translation>{base}, tel que modifié par {amending}</translation>
    </message>
</context>
<context>
    <name>keyclashes</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>In the List of Notes</source>
        <translation>Dans la liste des notes</translation>
    </message>
    <message>
        <source>In a Timeline</source>
        <translation>Dans une chronologie</translation>
    </message>
    <message>
        <source>In a Position</source>
        <translation>Dans une position</translation>
    </message>
    <message>
        <source>In Written Comments</source>
        <translation>Dans les observations écrites</translation>
    </message>
    <message>
        <source>Adopt Another Delegation’s Drafting</source>
        <translation>Reprendre un libellé des autres</translation>
    </message>
    <message>
        <source>In a Note</source>
        <translation>Dans une note</translation>
    </message>
    <message>
        <source>Reply to Note</source>
        <translation>Répondre à la note</translation>
    </message>
    <message>
        <source>Enter Place</source>
        <translation>Taper sa place</translation>
    </message>
    <message>
        <source>{key} is used to move and select.</source>
        <translation>{key} sert à se déplacer et à sélectionner.</translation>
    </message>
    <message>
        <source>{key} opens the menu {menu}.</source>
        <translation>{key} ouvre le menu {menu}.</translation>
    </message>
    <message>
        <source>{key} is used to go to a place in the text, as are all digits.</source>
        <translation>{key} sert à aller à une disposition du texte, comme tous les chiffres.</translation>
    </message>
    <message>
        <source>{key} selects a sentence in the text.</source>
        <translation>{key} sélectionne une phrase du texte.</translation>
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
        <translation>{n} sur {count} · {key} suivant</translation>
    </message>
    <message>
        <source>↑↓ select · Enter open · Space preview · Ctrl+Enter new tab · {next} next · {narrow} filter</source>
        <translation>↑↓ choisir · Entrée ouvrir · Espace aperçu · Ctrl+Entrée nouvel onglet · {next} suivant · {narrow} affiner</translation>
    </message>
    <message>
        <source>No provisions yet. Press {key} on a paragraph to draft on it, or type a place here.</source>
        <translation>Aucune disposition. {key} sur un paragraphe y rédige, ou tapez une disposition ici.</translation>
    </message>
    <message>
        <source>No provisions yet. Type a place here.</source>
        <translation>Aucune disposition&#xa0;: tapez une disposition ici.</translation>
    </message>
    <message>
        <source>{change} next change · Alt+↓ next provision · Esc, then {next} {previous} · {take} adopt drafting</source>
        <translation>{change} modification suivante · Alt+↓ disposition suivante · Échap, puis {next} {previous} · {take} reprendre le libellé</translation>
    </message>
    <message>
        <source>{accept} accept and next · {reject} reject</source>
        <translation>{accept} accepter et suivante · {reject} rejeter</translation>
    </message>
    <message>
        <source>none · {key} adds one</source>
        <translation>aucune · {key} en ajoute une</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>none · {support} support · {oppose} oppose · {scrutiny} scrutiny · {draft} draft</source>
        <translation>aucune · {support} soutien · {oppose} opposition · {scrutiny} examen · {draft} libellé</translation>
    </message>
    <message>
        <source>Select a paragraph to see its file.</source>
        <translation>Sélectionnez un paragraphe pour voir sa fiche.</translation>
    </message>
</context>
<context>
    <name>keysheet</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Delegate Desk keyboard shortcuts</source>
        <translation>Raccourcis de Delegate Desk</translation>
    </message>
</context>
<context>
    <name>libraries</name>
    <message>
        <source>Samples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>This library is already open</source>
        <translation>Cette bibliothèque est déjà ouverte</translation>
    </message>
    <message>
        <source>Preparing the sample library</source>
        <translation>Mise en place des exemples</translation>
    </message>
    <message>
        <source>This takes a few seconds…</source>
        <translation>Leur mise en place prend quelques secondes…</translation>
    </message>
    <message>
        <source>Open Library</source>
        <translation>Ouvrir une autre bibliothèque</translation>
    </message>
    <message>
        <source>New Library: Choose an Empty Folder</source>
        <translation>Nouvelle bibliothèque dans un répertoire vide</translation>
    </message>
    <message>
        <source>{folder} is not empty. A new library needs an empty folder.</source>
        <translation>{folder} n’est pas vide&#xa0;: une bibliothèque demande un répertoire à elle.</translation>
    </message>
    <message>
        <source>Library not created</source>
        <translation>Aucune bibliothèque n’a été créée</translation>
    </message>
    <message>
        <source>Recent libraries</source>
        <translation>Bibliothèques récentes</translation>
    </message>
</context>
<context>
    <name>mend</name>
    <message>
        <source>documents: {count}</source>
        <translation>documents&#xa0;: {count}</translation>
    </message>
    <message>
        <source>paragraphs: {count}</source>
        <translation>paragraphes&#xa0;: {count}</translation>
    </message>
    <message>
        <source>notes: {count}</source>
        <translation>notes&#xa0;: {count}</translation>
    </message>
    <message>
        <source>positions: {count}</source>
        <translation>positions&#xa0;: {count}</translation>
    </message>
    <message>
        <source>position entries: {count}</source>
        <translation>entrées de position&#xa0;: {count}</translation>
    </message>
    <message>
        <source>meetings: {count}</source>
        <translation>réunions&#xa0;: {count}</translation>
    </message>
    <message>
        <source>meeting entries: {count}</source>
        <translation>lignes saisies&#xa0;: {count}</translation>
    </message>
    <message>
        <source>other delegations’ proposals: {count}</source>
        <translation>propositions des autres délégations&#xa0;: {count}</translation>
    </message>
    <message>
        <source>phrases: {count}</source>
        <translation>phrases&#xa0;: {count}</translation>
    </message>
    <message>
        <source>other entries: {count}</source>
        <translation>autres entrées&#xa0;: {count}</translation>
    </message>
    <message>
        <source>The database is damaged ({reason}). Repair closes the window, recovers what can be read and restores the rest from the latest backup. The damaged files are kept.</source>
        <translation>La base de données est endommagée ({reason}). «&#xa0;Réparer&#xa0;» ferme la fenêtre, récupère ce qui peut être lu et le complète à partir de la dernière sauvegarde&#x202f;; les fichiers endommagés sont conservés.</translation>
    </message>
    <message>
        <source>The original of {name} is damaged.</source>
        <translation>L’original de {name} est endommagé.</translation>
    </message>
    <message>
        <source>The original of {name} is missing.</source>
        <translation>L’original de {name} manque.</translation>
    </message>
    <message>
        <source>Originals without a document: {count}. Repair imports them again.</source>
        <translation>Originaux n’appartenant à aucun document&#xa0;: {count}. «&#xa0;Réparer&#xa0;» les importe de nouveau.</translation>
    </message>
    <message>
        <source>The search index is out of date.</source>
        <translation>L’index de recherche n’est pas à jour.</translation>
    </message>
    <message>
        <source>The search index was damaged and has been rebuilt.</source>
        <translation>L’index de recherche était endommagé&#x202f;; il a été refait.</translation>
    </message>
    <message>
        <source>A sync service made conflict copies because the library was changed on two computers at once ({count}). Repair merges the changes and sets the copies aside.</source>
        <translation>Un service a fait des copies de fichiers écrits sur deux ordinateurs à la fois ({count}). «&#xa0;Réparer&#xa0;» réunit ce que chacun a écrit et met les copies de côté.</translation>
    </message>
    <message>
        <source>No problems found: the database, the index and {count} originals were checked.</source>
        <translation>Aucun problème&#xa0;: la base de données, l’index et {count} originaux ont été vérifiés.</translation>
    </message>
    <message>
        <source>The original of {name} was restored from the second backup location.</source>
        <translation>L’original de {name} a été rétabli à partir du second emplacement.</translation>
    </message>
    <message>
        <source>The text of {name} was re-imported from its original.</source>
        <translation>Le texte de {name} a été réimporté à partir de son original.</translation>
    </message>
    <message>
        <source>{name} had no document and was imported again.</source>
        <translation>{name} n’appartenait à aucun document et en est de nouveau un.</translation>
    </message>
    <message>
        <source>{name} has no document and could not be imported; the file is kept.</source>
        <translation>{name} n’appartient à aucun document et n’a pas pu être lu&#x202f;; il reste où il est.</translation>
    </message>
    <message>
        <source>The text of {name} could not be re-imported.</source>
        <translation>Le texte de {name} n’a pas pu être relu.</translation>
    </message>
    <message>
        <source>No copy of the original of {name} was found. Import the file again, or connect the second backup location and repair again.</source>
        <translation>Aucune copie de l’original de {name} n’a été trouvée&#xa0;: importez le fichier de nouveau, ou branchez le second emplacement et réparez de nouveau.</translation>
    </message>
    <message>
        <source>The search index was rebuilt.</source>
        <translation>L’index de recherche a été reconstruit.</translation>
    </message>
    <message>
        <source>Incomplete files deleted: {count}.</source>
        <translation>Fichiers incomplets supprimés&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>There was nothing to repair.</source>
        <translation>Il n’y avait rien à réparer.</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>rien de nouveau</translation>
    </message>
    <message>
        <source>Merged from the other computer: {rows}.</source>
        <translation>Fusionné depuis l’autre ordinateur&#xa0;: {rows}.</translation>
    </message>
    <message>
        <source>Changed on both computers: {count}. The later version is kept; the other is in merged.json, with the copies.</source>
        <translation>Différents sur les deux&#xa0;: {count}. Le plus récent reste&#x202f;; l’autre est dans merged.json, à côté des copies.</translation>
    </message>
    <message>
        <source>{name} arrived without its file. Import the file again.</source>
        <translation>{name} est arrivé sans son fichier&#xa0;: importez le fichier de nouveau.</translation>
    </message>
    <message>
        <source>{name} could not be merged.</source>
        <translation>{name} n’a pas pu être réuni.</translation>
    </message>
    <message>
        <source>The copies are kept in {folder}.</source>
        <translation>Les copies sont conservées dans {folder}.</translation>
    </message>
    <message>
        <source>No document could be read. Existing originals will be imported again; you can also restore a backup to another folder.</source>
        <translation>Aucun document n’a pu être lu. Les originaux présents sont importés de nouveau&#x202f;; une sauvegarde peut être restaurée à côté de cette bibliothèque.</translation>
    </message>
    <message>
        <source>{name} could not be used.</source>
        <translation>{name} n’a pas pu être utilisé.</translation>
    </message>
    <message>
        <source>Could not be placed, kept with the damaged files in left.json: {rows}.</source>
        <translation>Sans place, et conservés avec les fichiers endommagés dans left.json&#xa0;: {rows}.</translation>
    </message>
    <message>
        <source>The damaged files are kept in {folder}.</source>
        <translation>Les fichiers endommagés sont conservés dans {folder}.</translation>
    </message>
    <message>
        <source>Recovered from the damaged database: {rows}.</source>
        <translation>Lu dans la base de données endommagée&#xa0;: {rows}.</translation>
    </message>
    <message>
        <source>Restored from the backup {name}: {rows}.</source>
        <translation>De la sauvegarde {name}&#xa0;: {rows}.</translation>
    </message>
    <message>
        <source>Restored from the plain-text copies: {rows}.</source>
        <translation>Des fichiers simples à côté&#xa0;: {rows}.</translation>
    </message>
    <message>
        <source>Standard entries of a new library: {rows}.</source>
        <translation>Comme dans toute nouvelle bibliothèque&#xa0;: {rows}.</translation>
    </message>
    <message>
        <source>This concerns {names}.</source>
        <translation>Cela vient de {names}.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} et {count} de plus</translation>
    </message>
</context>
<context>
    <name>menucommands</name>
    <message>
        <source>Other Commands</source>
        <translation>Autres commandes</translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Original language</source>
        <translation>Langue originale</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>Marquage</translation>
    </message>
    <message>
        <source>Stamped PUBLIC</source>
        <translation>Cachet PUBLIC</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Type as printed</source>
        <translation>Type imprimé</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Subject codes</source>
        <translation>Codes matière</translation>
    </message>
    <message>
        <source>Interinstitutional files</source>
        <translation>Dossiers interinstitutionnels</translation>
    </message>
    <message>
        <source>Previous documents</source>
        <translation>Documents précédents</translation>
    </message>
    <message>
        <source>Commission documents</source>
        <translation>Documents de la Commission</translation>
    </message>
    <message>
        <source>Bold and underline</source>
        <translation>Gras et souligné</translation>
    </message>
    <message>
        <source>Short title</source>
        <translation>Titre court</translation>
    </message>
    <message>
        <source>the file contains tracked changes</source>
        <translation>le fichier contient des modifications suivies</translation>
    </message>
    <message>
        <source>some words are struck through, next to bold or underlined words</source>
        <translation>des mots sont barrés à côté de mots en gras ou soulignés</translation>
    </message>
    <message>
        <source>some words are struck through</source>
        <translation>des mots sont barrés</translation>
    </message>
    <message>
        <source>some words are both bold and underlined</source>
        <translation>des mots sont à la fois en gras et soulignés</translation>
    </message>
    <message>
        <source>no words within a sentence are bold, underlined or struck through</source>
        <translation>aucun mot à l’intérieur d’une phrase n’est en gras, souligné ou barré</translation>
    </message>
    <message>
        <source>most of the text is bold</source>
        <translation>l’essentiel du texte est en gras</translation>
    </message>
    <message>
        <source>the document explains its bold or underlined words</source>
        <translation>le document dit ce que signifient ses mots en gras ou soulignés</translation>
    </message>
    <message>
        <source>the document calls itself a compromise and contains bold or underlined words</source>
        <translation>le document se dit un compromis et contient des mots en gras ou soulignés</translation>
    </message>
    <message>
        <source>bracketed dots mark omissions, next to bold or underlined words</source>
        <translation>des points entre crochets remplacent des mots omis, à côté de mots en gras ou soulignés</translation>
    </message>
    <message>
        <source>words in recitals and articles are bold or underlined</source>
        <translation>des mots de considérants et d’articles sont en gras ou soulignés</translation>
    </message>
    <message>
        <source>words are bold or underlined, but nothing says that they are new</source>
        <translation>des mots sont en gras ou soulignés, mais rien ne dit qu’ils sont nouveaux</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>pas de texte</translation>
    </message>
    <message>
        <source>hardly any text beside an image</source>
        <translation>presque pas de texte à côté d’une image</translation>
    </message>
    <message>
        <source>text recognised from an image (OCR)</source>
        <translation>texte reconnu à partir d’une image</translation>
    </message>
    <message>
        <source>a broken text layer</source>
        <translation>couche de texte défectueuse</translation>
    </message>
    <message>
        <source>nothing readable</source>
        <translation>rien de lisible</translation>
    </message>
    <message>
        <source>word of hidden text is left out</source>
        <translation>mot de texte masqué ignoré</translation>
    </message>
    <message>
        <source>words of hidden text are left out</source>
        <translation>mots de texte masqué ignorés</translation>
    </message>
    <message>
        <source>comment is left out</source>
        <translation>commentaire ignoré</translation>
    </message>
    <message>
        <source>comments are left out</source>
        <translation>commentaires ignorés</translation>
    </message>
    <message>
        <source>inserted file is left out</source>
        <translation>fichier inséré ignoré</translation>
    </message>
    <message>
        <source>inserted files are left out</source>
        <translation>fichiers insérés ignorés</translation>
    </message>
    <message>
        <source>unreferenced footnote is left out</source>
        <translation>note de bas de page sans appel ignorée</translation>
    </message>
    <message>
        <source>unreferenced footnotes are left out</source>
        <translation>notes de bas de page sans appel ignorées</translation>
    </message>
    <message>
        <source>macros are not run</source>
        <translation>macros non exécutées</translation>
    </message>
    <message>
        <source>scripts are not run</source>
        <translation>scripts non exécutés</translation>
    </message>
    <message>
        <source>file actions are not run</source>
        <translation>actions du fichier non exécutées</translation>
    </message>
    <message>
        <source>an external template is not loaded</source>
        <translation>modèle externe non chargé</translation>
    </message>
    <message>
        <source>entities declared in the file are left out</source>
        <translation>entités déclarées par le fichier ignorées</translation>
    </message>
    <message>
        <source>a redirect to another page is not followed</source>
        <translation>appel à une autre page non suivi</translation>
    </message>
    <message>
        <source>external styles are not loaded</source>
        <translation>styles externes non chargés</translation>
    </message>
    <message>
        <source>external image is not loaded</source>
        <translation>image externe non chargée</translation>
    </message>
    <message>
        <source>external images are not loaded</source>
        <translation>images externes non chargées</translation>
    </message>
    <message>
        <source>embedded file is left out</source>
        <translation>fichier incorporé ignoré</translation>
    </message>
    <message>
        <source>embedded files are left out</source>
        <translation>fichiers incorporés ignorés</translation>
    </message>
    <message>
        <source>frame is left out</source>
        <translation>cadre ignoré</translation>
    </message>
    <message>
        <source>frames are left out</source>
        <translation>cadres ignorés</translation>
    </message>
    <message>
        <source>external part is not loaded</source>
        <translation>partie externe non chargée</translation>
    </message>
    <message>
        <source>external parts are not loaded</source>
        <translation>parties externes non chargées</translation>
    </message>
    <message>
        <source>link to an external file is not followed</source>
        <translation>lien vers un fichier externe non suivi</translation>
    </message>
    <message>
        <source>links to external files are not followed</source>
        <translation>liens vers des fichiers externes non suivis</translation>
    </message>
    <message>
        <source>field that calls a program or another file is not run</source>
        <translation>champ appelant un programme ou un autre fichier non exécuté</translation>
    </message>
    <message>
        <source>fields that call a program or another file are not run</source>
        <translation>champs appelant un programme ou un autre fichier non exécutés</translation>
    </message>
    <message>
        <source>a colleague</source>
        <translation>un collègue</translation>
    </message>
    <message>
        <source>{words} on pages {pages}</source>
        <translation>{words}, pages {pages}</translation>
    </message>
    <message>
        <source>{words} on page {pages}</source>
        <translation>{words}, page {pages}</translation>
    </message>
    <message>
        <source>on the {language} text</source>
        <translation>sur le texte {language}</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«&#xa0;{words}&#xa0;»</translation>
    </message>
    <message>
        <source>{name}: {said}</source>
        <translation>{name}&#xa0;: {said}</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between two statements in one line</comment>
        <translation>&#x202f;; </translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n}&#xa0;Mo</translation>
    </message>
    <message>
        <source>fn {label}</source>
        <translation>note {label}</translation>
    </message>
</context>
<context>
    <name>originals</name>
    <message>
        <source>Show the original</source>
        <translation>Afficher l’original</translation>
    </message>
    <message>
        <source>Save a copy that can be read without the passphrase?</source>
        <translation>Enregistrer une copie lisible sans la phrase de passe&#x202f;?</translation>
    </message>
    <message>
        <source>This library is encrypted, so another program can open {name} only as an unencrypted copy. Choose where to save it; it stays there until you delete it.</source>
        <translation>Cette bibliothèque est chiffrée, et un autre programme ne peut ouvrir {name} que là où il est lisible. Vous choisissez où va la copie&#x202f;; elle y reste jusqu’à ce que vous la supprimiez.</translation>
    </message>
    <message>
        <source>Save a Copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Save Unencrypted Copy</source>
        <translation>Enregistrer une copie non chiffrée</translation>
    </message>
</context>
<context>
    <name>ourmarks</name>
    <message>
        <source>we add “{words}”</source>
        <translation>nous ajoutons « {words} »</translation>
    </message>
    <message>
        <source>we delete “{words}”</source>
        <translation>nous supprimons « {words} »</translation>
    </message>
</context>
<context>
    <name>pageprinting</name>
    <message>
        <source>Print Original Pages</source>
        <translation>Imprimer les pages de l’original</translation>
    </message>
    <message>
        <source>it is not accepting anything to print</source>
        <translation>elle n’accepte rien</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>annex</source>
        <translation>annexe</translation>
    </message>
    <message>
        <source>part</source>
        <translation>partie</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titre</translation>
    </message>
    <message>
        <source>chapter</source>
        <translation>chapitre</translation>
    </message>
    <message>
        <source>section</source>
        <translation>section</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>intitulé</translation>
    </message>
    <message>
        <source>cover</source>
        <translation>couverture</translation>
    </message>
    <message>
        <source>citation</source>
        <translation>visa</translation>
    </message>
    <message>
        <source>p</source>
        <translation>al.</translation>
    </message>
    <message>
        <source>sub</source>
        <translation>al.</translation>
    </message>
    <message>
        <source>indent</source>
        <translation>tiret</translation>
    </message>
    <message>
        <source>fn</source>
        <translation>note</translation>
    </message>
    <message>
        <source>table</source>
        <translation>tableau</translation>
    </message>
    <message>
        <source>row</source>
        <translation>ligne</translation>
    </message>
    <message>
        <source>column</source>
        <translation>colonne</translation>
    </message>
</context>
<context>
    <name>policies</name>
    <message>
        <source>Set by your administrator</source>
        <translation>Fixé par votre administrateur</translation>
    </message>
</context>
<context>
    <name>position</name>
    <message>
        <source>General comments</source>
        <translation>Observations générales</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Libellé</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Observation</translation>
    </message>
    <message>
        <source>Justification</source>
        <translation>Justification</translation>
    </message>
    <message>
        <source>Joint with</source>
        <translation>Conjointement avec</translation>
    </message>
    <message>
        <source>Placed after</source>
        <translation>Placée après</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation>Positions de repli</translation>
    </message>
    <message>
        <source>Red line</source>
        <translation>Ligne rouge</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>Instruction</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>De qui</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Interne</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Drafting by</source>
        <translation>Libellé de</translation>
    </message>
    <message>
        <source>—  none yet</source>
        <translation>—  aucune</translation>
    </message>
    <message>
        <source>1  highest</source>
        <translation>1  haute</translation>
    </message>
    <message>
        <source>2  medium</source>
        <translation>2  moyenne</translation>
    </message>
    <message>
        <source>3  low</source>
        <translation>3  basse</translation>
    </message>
    <message>
        <source>draft {n}</source>
        <translation>projet {n}</translation>
    </message>
    <message>
        <source>version {n}, cleared</source>
        <translation>version {n}, visée</translation>
    </message>
    <message>
        <source>version {n}, sent</source>
        <translation>version {n}, envoyée</translation>
    </message>
    <message>
        <source>version {n}, withdrawn</source>
        <translation>version {n}, retirée</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>projet</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>visée</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyée</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>retirée</translation>
    </message>
    <message>
        <source>cleared by {who}, {when}</source>
        <translation>visé par {who}, {when}</translation>
    </message>
    <message>
        <source>not cleared</source>
        <translation>non visé</translation>
    </message>
    <message>
        <source>sent to {whom}, {when}</source>
        <translation>envoyé à {whom}, {when}</translation>
    </message>
    <message>
        <source>Sent and archived. Any change starts draft {n}.</source>
        <translation>Envoyée et archivée. Toute modification commence le projet {n}.</translation>
    </message>
    <message>
        <source>Cleared. Later changes need clearing again.</source>
        <translation>Visée. Les modifications ultérieures doivent être visées de nouveau.</translation>
    </message>
    <message>
        <source>Withdrawn. Any change makes it a draft again.</source>
        <translation>Retirée. Toute modification en refait un projet.</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>interne</translation>
    </message>
    <message>
        <source>deletion proposed</source>
        <translation>suppression proposée</translation>
    </message>
    <message>
        <source>Position paper</source>
        <translation>Document de position</translation>
    </message>
    <message>
        <source>Table of comments</source>
        <translation>Tableau d’observations</translation>
    </message>
    <message>
        <source>Redline in the original file</source>
        <translation>Modifications dans le fichier original</translation>
    </message>
    <message>
        <source>Text with our comments</source>
        <translation>Texte avec nos observations</translation>
    </message>
    <message>
        <source>Compilation of comments</source>
        <translation>Compilation des observations</translation>
    </message>
    <message>
        <source>1 paragraph</source>
        <translation>1 paragraphe</translation>
    </message>
    <message>
        <source>{n} paragraphs</source>
        <translation>{n} paragraphes</translation>
    </message>
    <message>
        <source>1 item discussed</source>
        <translation>1 point débattu</translation>
    </message>
    <message>
        <source>{n} items discussed</source>
        <translation>{n} points débattus</translation>
    </message>
    <message>
        <source>1 result</source>
        <translation>1 résultat</translation>
    </message>
    <message>
        <source>{n} results</source>
        <translation>{n} résultats</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 changement</translation>
    </message>
    <message>
        <source>{n} changes</source>
        <translation>{n} changements</translation>
    </message>
    <message>
        <source>1 item of ours</source>
        <translation>1 élément de nous</translation>
    </message>
    <message>
        <source>{n} items of ours</source>
        <translation>{n} éléments de nous</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 note</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} notes</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 ligne</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} lignes</translation>
    </message>
    <message>
        <source>1 passage</source>
        <translation>1 passage</translation>
    </message>
    <message>
        <source>{n} passages</source>
        <translation>{n} passages</translation>
    </message>
    <message>
        <source>Circulation</source>
        <translation>Diffusion</translation>
    </message>
    <message>
        <source>Capital (includes internal text)</source>
        <translation>Capitale, avec ce qui est interne</translation>
    </message>
    <message>
        <source>Word: tracked changes</source>
        <translation>Word&#xa0;: suivi des modifications</translation>
    </message>
    <message>
        <source>Drafting | Comments</source>
        <translation>Rédaction | Observations</translation>
    </message>
    <message>
        <source>Article | Text | Drafting | Comments</source>
        <translation>Article | Texte | Rédaction | Observations</translation>
    </message>
    <message>
        <source>Article | Text | Drafting | Justification</source>
        <translation>Article | Texte | Rédaction | Justification</translation>
    </message>
    <message>
        <source>For the capital only: as well as the text for circulation it shows fallbacks, red lines, instructions, internal notes and priorities.</source>
        <translation>Pour la capitale seule&#xa0;: outre ce qui est diffusé, on y voit les positions de repli, les lignes rouges, les instructions, les notes internes et les priorités.</translation>
    </message>
    <message>
        <source>No delegation is set for this position.</source>
        <translation>Aucune délégation n’est définie pour cette position.</translation>
    </message>
    <message>
        <source>The position is on behalf of {words}, which is not our delegation.</source>
        <translation>Elle part au nom de {words}, qui n’est pas la nôtre.</translation>
    </message>
    <message>
        <source>Our own delegation is listed under “Joint with”: {words}.</source>
        <translation>Conjointement avec nous-mêmes&#xa0;: {words}.</translation>
    </message>
    <message>
        <source>{field} speaks on behalf of another delegation: “{words}”.</source>
        <translation>{field} parle pour une autre délégation&#xa0;: «&#xa0;{words}&#xa0;».</translation>
    </message>
    <message>
        <source>A newer revision ({words}) is in the library; this position is on the previous one.</source>
        <translation>Une révision plus récente ({words}) est dans la bibliothèque&#x202f;; cette position porte sur la précédente.</translation>
    </message>
    <message>
        <source>No distribution marking, although similar documents carry one.</source>
        <translation>Pas de marquage de diffusion, alors que des documents semblables en portent un.</translation>
    </message>
    <message>
        <source>{field} cites a provision that does not exist: “{words}”.</source>
        <translation>{field} cite une disposition qui n’existe pas&#xa0;: «&#xa0;{words}&#xa0;».</translation>
    </message>
    <message>
        <source>This provision cites “{words}”, which we propose to delete.</source>
        <translation>Cette disposition cite « {words} », que nous proposons de supprimer.</translation>
    </message>
    <message>
        <source>{field}: “{words}” is unusual in this kind of provision.</source>
        <translation>{field} : « {words} » n’est pas d’usage dans ce type de disposition.</translation>
    </message>
    <message>
        <source>{field}: the label “{words}” does not follow the one before it.</source>
        <translation>{field} : le numéro « {words} » ne suit pas le précédent.</translation>
    </message>
    <message>
        <source>{field} is empty.</source>
        <translation>{field}&#xa0;: champ vide.</translation>
    </message>
    <message>
        <source>The drafting suggestion is identical to the text.</source>
        <translation>La suggestion rédactionnelle est identique au texte.</translation>
    </message>
    <message>
        <source>{field} may contain internal information: “{words}”.</source>
        <translation>{field} contient peut-être des informations internes&#xa0;: «&#xa0;{words}&#xa0;».</translation>
    </message>
    <message>
        <source>{field}: characters not supported by Word are left out: {words}.</source>
        <translation>{field}&#xa0;: Word n’a pas de tels caractères, ils sont omis&#xa0;: {words}.</translation>
    </message>
    <message>
        <source>{field}: unmatched square brackets: “{words}”.</source>
        <translation>{field}&#xa0;: crochets non appariés&#xa0;: «&#xa0;{words}&#xa0;».</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>Une note</translation>
    </message>
    <message>
        <source>Council: bold, struck through</source>
        <translation>Conseil&#xa0;: gras, barré</translation>
    </message>
    <message>
        <source>Recipients see general comments, stances, drafting suggestions, comments, justifications, joint delegations and notes for circulation, and no personal names. Red lines appear as “opposed”.</source>
        <translation>Le destinataire voit les observations générales, les positions, les libellés, les observations, les justifications, les délégations associées et les notes à diffuser, et aucun nom de personne. Une ligne rouge se lit comme une opposition.</translation>
    </message>
    <message>
        <source>Standard template</source>
        <translation>Modèle standard</translation>
    </message>
    <message>
        <source>1 internal left out</source>
        <translation>1 interne omise</translation>
    </message>
    <message>
        <source>{n} internal left out</source>
        <translation>{n} internes omises</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 mot</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n} mots</translation>
    </message>
    <message>
        <source>For the capital only</source>
        <translation>Pour la capitale uniquement</translation>
    </message>
    <message>
        <source>No internal text</source>
        <translation>Aucun texte interne</translation>
    </message>
    <message>
        <source>Contains 1 internal text: not for circulation</source>
        <translation>1 texte interne y figure&#xa0;: pas pour diffusion</translation>
    </message>
    <message>
        <source>Contains {n} internal texts: not for circulation</source>
        <translation>{n} textes internes y figurent&#xa0;: pas pour diffusion</translation>
    </message>
    <message>
        <source>The original is not a Word file. Its text is reproduced with the same numbering, and the export says so.</source>
        <translation>L’original n’est pas un fichier Word&#xa0;: son texte est recomposé avec la même numérotation, et l’indique.</translation>
    </message>
    <message>
        <source>Only the Word export is the original file with our changes. On paper, as PDF, web page or text, the text is reproduced.</source>
        <translation>Sur papier, en PDF, en page ou en texte, il est recomposé&#xa0;: seul le fichier Word est le fichier même avec nos modifications.</translation>
    </message>
    <message>
        <source>This drafting suggestion could not be inserted in the original file.</source>
        <translation>Cette suggestion n’a pas pu être insérée dans le fichier original.</translation>
    </message>
    <message>
        <source>The template contains an unknown placeholder {place}; it is left as it is.</source>
        <translation>Le modèle a un emplacement {place} inconnu&#xa0;: il reste.</translation>
    </message>
    <message>
        <source>The template’s placeholder for the text is in a table, text box, header or footer; the text is added at the end.</source>
        <translation>L’emplacement du texte dans le modèle est dans un tableau, un cadre, un en-tête ou un pied de page&#xa0;: le texte va à la fin.</translation>
    </message>
    <message>
        <source>1 calendar entry</source>
        <translation>1 entrée de calendrier</translation>
    </message>
    <message>
        <source>{n} calendar entries</source>
        <translation>{n} entrées de calendrier</translation>
    </message>
</context>
<context>
    <name>positionwords</name>
    <message>
        <source>The position is a draft again</source>
        <translation>La position est de nouveau un projet</translation>
    </message>
    <message>
        <source>{n} of {of} position entries</source>
        <translation>{n} des {of} entrées de position</translation>
    </message>
    <message>
        <source>{n} position entries</source>
        <translation>{n} entrées de position</translation>
    </message>
    <message>
        <source>1 position entry</source>
        <translation>1 entrée de position</translation>
    </message>
    <message>
        <source>1 from a note</source>
        <translation>1 issue d’une note</translation>
    </message>
    <message>
        <source>{n} from notes</source>
        <translation>{n} issues de notes</translation>
    </message>
    <message>
        <source>Recitals</source>
        <translation>Considérants</translation>
    </message>
</context>
<context>
    <name>preferring</name>
    <message>
        <source>Interface language</source>
        <translation>Langue de la fenêtre</translation>
    </message>
    <message>
        <source>Our delegation</source>
        <translation>Notre délégation</translation>
    </message>
    <message>
        <source>Your languages</source>
        <translation>Langues que je lis</translation>
    </message>
    <message>
        <source>On start-up</source>
        <translation>Au démarrage</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Densité</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>Animation</translation>
    </message>
    <message>
        <source>Second backup location</source>
        <translation>Second emplacement des sauvegardes</translation>
    </message>
    <message>
        <source>Automatic lock</source>
        <translation>Verrouillage automatique</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Répertoires surveillés</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Collègues</translation>
    </message>
    <message>
        <source>Term bases</source>
        <translation>Bases terminologiques</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>The window reloads where you are; nothing is lost.</source>
        <translation>La fenêtre recommence dans cette langue au même endroit&#x202f;; rien n’est perdu.</translation>
    </message>
    <message>
        <source>For this library. Positions are drafted and sent on its behalf.</source>
        <translation>De cette bibliothèque&#xa0;: les positions sont rédigées et envoyées en son nom.</translation>
    </message>
    <message>
        <source>These language versions are listed first.</source>
        <translation>Les versions dans ces langues passent avant les autres.</translation>
    </message>
    <message>
        <source>Reopen the last session</source>
        <translation>Rouvrir la dernière session</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Confortables</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compactes</translation>
    </message>
    <message>
        <source> px</source>
        <comment>pixels, behind a number</comment>
        <translation> px</translation>
    </message>
    <message>
        <source>In documents.</source>
        <translation>Des textes des documents.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Réduire les animations</translation>
    </message>
    <message>
        <source>For this library. Existing copies are kept if you remove it.</source>
        <translation>De cette bibliothèque. Ce qui s’y trouve y reste si vous vous en passez.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source> minutes</source>
        <comment>behind a number</comment>
        <translation> minutes</translation>
    </message>
    <message>
        <source>An encrypted library locks after this period of inactivity.</source>
        <translation>Une bibliothèque chiffrée se verrouille après ce temps sans touche ni souris.</translation>
    </message>
    <message>
        <source>New files in these folders are imported.</source>
        <translation>Ce qui y est placé est importé.</translation>
    </message>
    <message>
        <source>They help to find passages in other languages, and stay on this computer.</source>
        <translation>Elles aident à trouver des passages dans d’autres langues, et restent sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>S’en passer</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Choose the second backup location</source>
        <translation>Choisir le second emplacement des sauvegardes</translation>
    </message>
    <message>
        <source>Second Backup Location</source>
        <translation>Second emplacement des sauvegardes</translation>
    </message>
    <message>
        <source>Watch Folder…</source>
        <translation>Surveiller un répertoire…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop watching {folder}</source>
        <translation>Ne plus surveiller {folder}</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Impression</translation>
    </message>
    <message>
        <source>the printer is not accepting anything to print</source>
        <translation>elle n’accepte rien à imprimer</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>échéance {when}</translation>
    </message>
    <message>
        <source>INTERNAL</source>
        <translation>INTERNE</translation>
    </message>
</context>
<context>
    <name>reply</name>
    <message>
        <source>in a new row</source>
        <translation>dans une nouvelle ligne</translation>
    </message>
    <message>
        <source>a new paragraph</source>
        <translation>un nouvel alinéa</translation>
    </message>
    <message>
        <source>the text of the document was changed</source>
        <translation>le texte du document a été modifié</translation>
    </message>
    <message>
        <source>in the amended text, on which we have no position</source>
        <translation>dans le texte modifié, sur lequel nous n’avons pas de position</translation>
    </message>
    <message>
        <source>Nothing was changed in {file}</source>
        <translation>Rien n’a été modifié dans {file}</translation>
    </message>
    <message>
        <source>outside the columns of our position</source>
        <translation>hors des colonnes de notre position</translation>
    </message>
    <message>
        <source>in the place of a stance, but no stance</source>
        <translation>à la place d’une attitude, sans en être une</translation>
    </message>
    <message>
        <source>a comment outside the rows</source>
        <translation>un commentaire hors des lignes</translation>
    </message>
    <message>
        <source>its provision is no longer there</source>
        <translation>sa disposition n’est plus là</translation>
    </message>
    <message>
        <source>Accept All That Are Certain</source>
        <translation>Accepter tout ce qui est certain</translation>
    </message>
    <message>
        <source>Without a place:</source>
        <translation>Sans emplacement&#xa0;:</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 modification</translation>
    </message>
    <message>
        <source>{n} changes</source>
        <translation>{n} modifications</translation>
    </message>
    <message>
        <source>Reply in {file}: {changes}.</source>
        <translation>Réponse dans {file} : {changes}.</translation>
    </message>
    <message>
        <source>Word files ({suffixes})</source>
        <translation>Fichiers Word ({suffixes})</translation>
    </message>
    <message>
        <source>Open Returned File</source>
        <translation>Ouvrir un fichier renvoyé</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Lecture de {name}</translation>
    </message>
</context>
<context>
    <name>reporting</name>
    <message>
        <source>It contains only text for circulation. Paste it into an email.</source>
        <translation>Le texte contient ce qui est à diffuser. Collez-le dans un courriel.</translation>
    </message>
    <message>
        <source>Report copied</source>
        <translation>Compte rendu copié</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Réunion</translation>
    </message>
</context>
<context>
    <name>send</name>
    <message>
        <source>Another template…</source>
        <translation>Autre modèle…</translation>
    </message>
    <message>
        <source>Choose Template</source>
        <translation>Choisir un modèle</translation>
    </message>
    <message>
        <source>Word documents and templates (*.docx *.dotx)</source>
        <translation>Documents et modèles Word (*.docx *.dotx)</translation>
    </message>
</context>
<context>
    <name>strength</name>
    <message>
        <source>Too short: at least {least} characters.</source>
        <translation>Trop courte&#xa0;: au moins {least} caractères.</translation>
    </message>
    <message>
        <source>Long enough, but too repetitive: easy to guess.</source>
        <translation>Assez longue, mais trop répétitive&#xa0;: facile à deviner.</translation>
    </message>
    <message>
        <source>Weak: a computer could guess it.</source>
        <translation>Faible&#xa0;: un ordinateur pourrait la deviner.</translation>
    </message>
    <message>
        <source>Fair. Longer is better: use four or five unrelated words.</source>
        <translation>Correcte. Plus longue, c’est mieux&#xa0;: quatre ou cinq mots sans rapport entre eux.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Forte.</translation>
    </message>
</context>
<context>
    <name>tabmenu</name>
    <message>
        <source>Close &amp;Other Tabs</source>
        <translation>Fermer les &amp;autres</translation>
    </message>
</context>
<context>
    <name>undowords</name>
    <message>
        <source>notes</source>
        <translation>notes</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} notes</translation>
    </message>
    <message>
        <source>{kind} on {place}</source>
        <translation>{kind} sur {place}</translation>
    </message>
    <message>
        <source>our position on {place}</source>
        <translation>notre position sur {place}</translation>
    </message>
    <message>
        <source>status of our position on {name}</source>
        <translation>statut de notre position sur {name}</translation>
    </message>
    <message>
        <source>our position on {name}</source>
        <translation>notre position sur {name}</translation>
    </message>
    <message>
        <source>placement of the {kind}</source>
        <translation>place d’un élément qui n’en avait pas&#xa0;: {kind}</translation>
    </message>
    <message>
        <source>placement of our position</source>
        <translation>placement de notre position</translation>
    </message>
    <message>
        <source>correction of {field} in {name}</source>
        <translation>correction du champ {field} de {name}</translation>
    </message>
    <message>
        <source>restoring {name} from the trash</source>
        <translation>retour de {name} de la corbeille</translation>
    </message>
    <message>
        <source>moving {name} to the trash</source>
        <translation>mise à la corbeille de {name}</translation>
    </message>
    <message>
        <source>change to delegation groups</source>
        <translation>changement des groupes de délégations</translation>
    </message>
    <message>
        <source>meeting of {body}</source>
        <translation>réunion&#xa0;: {body}</translation>
    </message>
    <message>
        <source>intervention {words}</source>
        <translation>intervention {words}</translation>
    </message>
    <message>
        <source>mark as done in {name}</source>
        <translation>marquage comme fait dans {name}</translation>
    </message>
    <message>
        <source>mark as done of what {name} deleted</source>
        <translation>marquage comme fait de ce que {name} a supprimé</translation>
    </message>
    <message>
        <source>carry-over to {name}</source>
        <translation>éléments reportés vers {name}</translation>
    </message>
    <message>
        <source>rejected dossier suggestion</source>
        <translation>réponse écartant un document du dossier</translation>
    </message>
    <message>
        <source>choice of dossier for {name}</source>
        <translation>choix du dossier de {name}</translation>
    </message>
    <message>
        <source>written comments in {name}</source>
        <translation>observations écrites dans {name}</translation>
    </message>
    <message>
        <source>phrase {keyword}</source>
        <translation>phrase {keyword}</translation>
    </message>
    <message>
        <source>removal of received notes</source>
        <translation>suppression de notes reçues</translation>
    </message>
    <message>
        <source>package import</source>
        <translation>import d’un paquet</translation>
    </message>
    <message>
        <source>removal of {what}</source>
        <translation>suppression&#xa0;: {what}</translation>
    </message>
    <message>
        <source>change to {what}</source>
        <translation>modification&#xa0;: {what}</translation>
    </message>
    <message>
        <source>a document</source>
        <translation>un document</translation>
    </message>
</context>
<context>
    <name>votewords</name>
    <message>
        <source>for</source>
        <translation>pour</translation>
    </message>
    <message>
        <source>against</source>
        <translation>contre</translation>
    </message>
    <message>
        <source>abstains</source>
        <translation>s’abstient</translation>
    </message>
    <message>
        <source>abstains with a declaration</source>
        <translation>s’abstient avec une déclaration</translation>
    </message>
    <message>
        <source>undeclared</source>
        <translation>non déclaré</translation>
    </message>
    <message>
        <source>not participating</source>
        <translation>ne participe pas</translation>
    </message>
    <message>
        <source>Qualified majority</source>
        <translation>Majorité qualifiée</translation>
    </message>
    <message>
        <source>Reinforced qualified majority</source>
        <translation>Majorité qualifiée renforcée</translation>
    </message>
    <message>
        <source>Simple majority</source>
        <translation>Majorité simple</translation>
    </message>
    <message>
        <source>Unanimity</source>
        <translation>Unanimité</translation>
    </message>
    <message>
        <source>Article 16(4) TEU: 55 % of the members, 65 % of the population</source>
        <translation>Article 16, paragraphe 4, du TUE&#xa0;: 55&#xa0;% des membres, 65&#xa0;% de la population</translation>
    </message>
    <message>
        <source>Article 238(2) TFEU, without a proposal of the Commission: 72 % of the members, 65 % of the population</source>
        <translation>Article 238, paragraphe 2, du TFUE, sans proposition de la Commission&#xa0;: 72&#xa0;% des membres, 65&#xa0;% de la population</translation>
    </message>
    <message>
        <source>Article 238(1) TFEU: more than half of the members</source>
        <translation>Article 238, paragraphe 1, du TFUE&#xa0;: plus de la moitié des membres</translation>
    </message>
    <message>
        <source>Article 238(4) TFEU: an abstention does not prevent it</source>
        <translation>Article 238, paragraphe 4, du TFUE&#xa0;: une abstention n’y fait pas obstacle</translation>
    </message>
    <message>
        <source>All members</source>
        <translation>Tous les membres</translation>
    </message>
    <message>
        <source>Without Denmark</source>
        <translation>Sans le Danemark</translation>
    </message>
    <message>
        <source>Without Ireland</source>
        <translation>Sans l’Irlande</translation>
    </message>
    <message>
        <source>Without Denmark and Ireland</source>
        <translation>Sans le Danemark et l’Irlande</translation>
    </message>
    <message>
        <source>Euro area</source>
        <translation>La zone euro</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Choisi à la main</translation>
    </message>
    <message>
        <source>for example with {codes}</source>
        <translation>par exemple avec {codes}</translation>
    </message>
    <message>
        <source>only with {codes}</source>
        <translation>uniquement avec {codes}</translation>
    </message>
    <message>
        <source>1 member short</source>
        <translation>il manque 1 membre</translation>
    </message>
    <message>
        <source>{n} members short</source>
        <translation>il manque {n} membres</translation>
    </message>
    <message>
        <source>{points} points short</source>
        <translation>il manque {points} points</translation>
    </message>
    <message>
        <source>Blocking minority: {short}, {with_codes}</source>
        <translation>Minorité de blocage&#xa0;: {short}, {with_codes}</translation>
    </message>
    <message>
        <source>Would be adopted</source>
        <translation>Serait adopté</translation>
    </message>
    <message>
        <source>Would not be adopted</source>
        <translation>Ne serait pas adopté</translation>
    </message>
    <message>
        <source>Member States: {n} of {total} in favour</source>
        <translation>États membres&#xa0;: {n} sur {total} pour</translation>
    </message>
    <message>
        <source>Members: {n} for, {against} against</source>
        <translation>Membres&#xa0;: {n} pour, {against} contre</translation>
    </message>
    <message>
        <source>Population: {share} % in favour, {against} % against</source>
        <translation>Population&#xa0;: {share}&#xa0;% pour, {against}&#xa0;% contre</translation>
    </message>
    <message>
        <source>Population: {share} %</source>
        <translation>Population&#xa0;: {share}&#xa0;%</translation>
    </message>
    <message>
        <source>{number} needed</source>
        <translation>{number} requis</translation>
    </message>
    <message>
        <source>{n} in favour</source>
        <translation>{n} pour</translation>
    </message>
    <message>
        <source>{n} against</source>
        <translation>{n} contre</translation>
    </message>
    <message>
        <source>Blocking minority: {codes}</source>
        <translation>Minorité de blocage&#xa0;: {codes}</translation>
    </message>
    <message>
        <source>No blocking minority possible</source>
        <translation>Aucune minorité de blocage possible</translation>
    </message>
    <message>
        <source>Blocked by {codes}</source>
        <translation>Bloqué par {codes}</translation>
    </message>
    <message>
        <source>Prevented by declared abstentions</source>
        <translation>Empêché par des abstentions avec déclaration</translation>
    </message>
    <message>
        <source>{n} undeclared</source>
        <translation>{n} non déclarés</translation>
    </message>
    <message>
        <source>Undeclared: {codes}</source>
        <translation>Non déclarés&#xa0;: {codes}</translation>
    </message>
    <message>
        <source>{codes} and {last}</source>
        <translation>{codes} et {last}</translation>
    </message>
    <message>
        <source>Exact figures of {year}</source>
        <translation>Chiffres exacts de {year}</translation>
    </message>
    <message>
        <source>Rounded percentages of {year}</source>
        <translation>Pourcentages arrondis de {year}</translation>
    </message>
    <message>
        <source>entered on {day}</source>
        <translation>saisis le {day}</translation>
    </message>
    <message>
        <source>A calculation, not an official result.</source>
        <translation>Un calcul, pas un résultat officiel.</translation>
    </message>
    <message>
        <source>The figures are rounded, and the result depends on the rounding. Enter exact figures to be sure.</source>
        <translation>Les chiffres sont arrondis, et l’arrondi est décisif ici&#xa0;: saisissez les chiffres exacts pour en être sûr.</translation>
    </message>
</context>
</TS>
