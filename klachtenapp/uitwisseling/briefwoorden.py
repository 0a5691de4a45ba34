"""The words on a letter of ours, as they stand on the paper."""

from __future__ import annotations

_PAGINAS = 30


def woorden(pdf: bytes) -> str:
    """Return the text of a PDF that we made, on one line; empty when it cannot be read.

    Only for our own: a strange PDF is opened by a process that may die (``paginabeelden``).
    """
    import pypdfium2 as pdfium  # noqa: PLC0415 - a big library, for one kind of letter

    try:
        with pdfium.PdfDocument(pdf) as document:
            delen = [
                document[nummer].get_textpage().get_text_bounded()
                for nummer in range(min(len(document), _PAGINAS))
            ]
    except pdfium.PdfiumError:
        return ""
    return " ".join(" ".join(delen).split())
