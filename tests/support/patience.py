"""How long a test waits for what must come: a busy machine is slow, and no wait lasts longer than
it has to. Only what never comes is waited for so long."""

WITHIN = 180.0  # seconds
