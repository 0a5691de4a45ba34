"""Can a window open here? Found out before Qt is loaded, because Qt ends the whole process.

Only the standard library, and only on Linux: Windows has its window system built in.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

ZONDER_VENSTER = "Zonder venster gaat het ook: klachtenapp demo --zonder-venster"

GEEN_SCHERM = f"Er is hier geen scherm, dus het venster kan niet open. {ZONDER_VENSTER}"

_ZONDER_SCHERM = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
_PAKKETTEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_PAKKETTEN_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def bezwaar() -> str:
    """Return why no window can open here, in Dutch with what to do; empty when one can.

    What Qt itself cannot load shows when it is imported: see ``uit_importfout``.
    """
    if sys.platform != "linux":
        return ""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in _ZONDER_SCHERM or _wayland():
        return ""
    if not os.environ.get("DISPLAY"):
        return GEEN_SCHERM
    if any(not _laadt(bibliotheek) for bibliotheek in _PAKKETTEN_X11):
        return ontbrekend()
    return "" if _x11() else GEEN_SCHERM


def ontbrekend() -> str:
    """Return the sentence that names what must be installed."""
    alles = _PAKKETTEN | _PAKKETTEN_X11
    pakketten = [pakket for bibliotheek, pakket in alles.items() if not _laadt(bibliotheek)]
    return (
        "Het venster kan niet starten: op deze computer missen onderdelen van het systeem. "
        f"Installeer ze (Debian of Ubuntu): sudo apt-get install {' '.join(pakketten)}\n"
        f"{ZONDER_VENSTER}"
    )


def uit_importfout(fout: ImportError) -> str:
    """Return the sentence for a Qt that did not load after all."""
    if any(not _laadt(bibliotheek) for bibliotheek in _PAKKETTEN):
        return ontbrekend()
    return f"Het venster kan niet starten: Qt laadt niet ({fout}). {ZONDER_VENSTER}"


def _laadt(bibliotheek: str) -> bool:
    try:
        ctypes.CDLL(bibliotheek)
    except OSError:
        return False
    return True


def _wayland() -> bool:
    naam = os.environ.get("WAYLAND_DISPLAY", "")
    map_ = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(naam) and (Path(map_) / naam).exists()


def _x11() -> bool:
    """Ask the X server itself: a DISPLAY that is set may be of a session that is gone."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    verbinding = xcb.xcb_connect(None, None)
    fout = xcb.xcb_connection_has_error(verbinding)
    xcb.xcb_disconnect(verbinding)
    return not fout
