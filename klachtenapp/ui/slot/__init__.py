"""The windows of a locked register: switching it on, and coming in with words from paper."""
