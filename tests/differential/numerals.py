#!/usr/bin/env python3
"""Writes Chinese numerals as the cn2an package (PyPI) spells them, for the test of the figure grammar to read back:

    python3 -m venv venv && venv/bin/pip install cn2an==0.5.24
    venv/bin/python tests/differential/numerals.py > numerals.tsv
    YONGKANG_NUMERALS=$PWD/numerals.tsv cargo test --package yongkang-metrics-differential

All integers to 20 000, and as many seeded ones up to 10^16 and decimals with up to four digits after the point.
"""

import random

import cn2an

random.seed(330784)


def number_with_many_zeros():
    digits = random.randint(1, 16)
    return int("".join(random.choice("0000123456789") for _ in range(digits)))


def decimal():
    fraction = str(random.randint(1, 9999)).zfill(4).rstrip("0")
    return f"{random.randint(0, 9999)}.{fraction}"


for number in range(20_001):
    print(cn2an.an2cn(number, "low"), number, sep="\t")
for _ in range(20_000):
    number = number_with_many_zeros()
    print(cn2an.an2cn(number, "low"), number, sep="\t")
for _ in range(5_000):
    number = decimal()
    print(cn2an.an2cn(number, "low"), number, sep="\t")
