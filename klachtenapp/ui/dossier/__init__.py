"""The parts of the dossier page: head, tijdlijn, the tabs, and the letter desk."""
