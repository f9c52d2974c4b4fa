"""Prints who wrote what, as the library of the ACL Anthology says: anthologyLibrary.py FOLDER.

Each line is a JSON list of a paper's id and the ids of its authors in printed order.
"""

import json
import logging
import sys
import warnings

from acl_anthology import Anthology

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
anthology = Anthology(datadir=sys.argv[1], verbose=False)
# Building the whole index would stop at papers that list one person twice, which the data of 2022 has.
people = anthology.people
people.reset()
people._load_people_index()
for paper in anthology.papers():
    authors = [people._resolve_namespec(author, allow_creation=True).id for author in paper.authors]
    print(json.dumps([paper.full_id, authors]))
