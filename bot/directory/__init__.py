"""Who is official: the names, addresses and numbers that an administrator keeps in the folder `danh-ba`."""

from bot.directory.entries import Contact, Directory, Hotline, Mistake, OfficialDomain
from bot.directory.organisations import Never, Organisation
from bot.directory.reader import read_directory

__all__ = ["Contact", "Directory", "Hotline", "Mistake", "Never", "OfficialDomain", "Organisation", "read_directory"]
