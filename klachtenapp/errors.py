"""The three kinds of error and the one sentence each of them brings to the user.

``RegelFout`` is the user's to mend, ``OmgevingFout`` belongs to the disk, the share or
another program. Anything else that is raised is a bug and reaches the crash dialog.
"""

from __future__ import annotations


class KlachtenappError(Exception):
    """An error that carries one plain Dutch sentence for the person at the screen.

    ``str(error)`` is that sentence: what happened, what is safe, what to do.
    """

    exitcode = 3

    def __init__(self, boodschap: str) -> None:
        super().__init__(boodschap)
        self.boodschap = boodschap


class RegelFout(KlachtenappError):
    """Refused by a rule or by bad input; nothing was changed.

    ``veld`` names the field of the opdracht that is wrong (Dutch snake_case, as in the
    JSON of the command line), so that a form can put the sentence beside it.
    """

    exitcode = 1

    def __init__(self, boodschap: str, *, veld: str | None = None) -> None:
        super().__init__(boodschap)
        self.veld = veld


class ConflictFout(RegelFout):
    """Someone else changed the dossier since it was read; nothing was overwritten.

    ``verschillen`` maps a field to ``(what was typed here, what stands there now)``.
    """

    def __init__(
        self, boodschap: str, *, verschillen: dict[str, tuple[str, str]] | None = None
    ) -> None:
        super().__init__(boodschap)
        self.verschillen = verschillen or {}


class OmgevingFout(KlachtenappError):
    """The disk, the share, a lock, a newer file: not the user's fault and not a bug."""

    exitcode = 2
