"""The commands of a meeting, by action name, registered before any meeting is opened."""

IN_MEETING = (
    "action_capture",
    "action_next_item",
    "action_previous_item",
    "action_add_item",
    "action_said_here",
    "action_matrix",
    "action_report",
    "action_report_file",
    "action_report_mail",
    "action_matrix_file",
    "action_note_file",
    "action_export",
    "action_copy_mail",
    "action_print",
)
