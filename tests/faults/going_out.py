"""x"""

NAME = "going_out"
SHARE = 10
