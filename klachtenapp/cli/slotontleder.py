"""The arguments of ``sleutel``: one word for what to do, and what belongs to it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any


def voeg_toe(
    delen: Any,  # noqa: ANN401 - argparse has no public name for it
    register: argparse.ArgumentParser,
    als_json: argparse.ArgumentParser,
    pdf: Callable[[str], Path],
) -> None:
    """Add ``sleutel`` with its own commands. Words and passwords are never arguments."""
    hoofd = delen.add_parser(
        "sleutel",
        help="versleutelt het register, en wie erbij mag",
        description="Woorden en wachtwoorden worden gevraagd, of gelezen van de invoer.",
    )
    wat = hoofd.add_subparsers(dest="wat", metavar="WAT", required=True, parser_class=type(hoofd))
    wat.add_parser("status", parents=[register, als_json], help="toont wie toegang heeft")
    aan = wat.add_parser("aan", parents=[register], help="versleutelt het register")
    aan.add_argument(
        "--uit", type=pdf, required=True, metavar="BLAD.pdf", help="de herstelsleutel op papier"
    )
    aan.add_argument("--kopieen", action="store_true", help="versleutelt ook oude reservekopieën")
    wat.add_parser("uit", parents=[register], help="haalt de versleuteling eraf")
    nodig = wat.add_parser("uitnodigen", parents=[register], help="geeft een collega toegang")
    nodig.add_argument("naam", metavar="NAAM")
    nodig.add_argument("--dagen", type=int, default=7, metavar="N", help="hoe lang het geldig is")
    nodig.add_argument("--uit", type=pdf, required=True, metavar="BLAD.pdf")
    wat.add_parser(
        "toetreden",
        parents=[register],
        help="geeft u toegang met een uitnodiging of herstelsleutel",
    )
    weg = wat.add_parser(
        "buitensluiten", parents=[register], help="neemt een toegang af; wie blijft merkt niets"
    )
    weg.add_argument("nummer", metavar="NUMMER", help="zoals bij status")
