"""Where the facts are kept: one SQLite file; rows stay in here, domain objects go out."""
