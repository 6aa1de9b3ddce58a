"""The windows of what the office reports of itself: the daily book, the month."""
