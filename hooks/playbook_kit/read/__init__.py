"""Files into values with their places: nothing here knows what an argument or a chapter is."""
