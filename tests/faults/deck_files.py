"""x"""

NAME = "deck_files"
SHARE = 10
