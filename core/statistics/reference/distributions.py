"""Makes distributions.json: distribution functions and quantiles to 50 digits, tails included.

Run: python3 distributions.py > distributions.json (mpmath 1.3.0). No randomness.
"""

import json

import mpmath as mp

mp.mp.dps = 50


def number(value):
    return float(mp.nstr(value, 17))


def normal_cdf(x):
    return mp.erfc(-x / mp.sqrt(2)) / 2


def normal_quantile(p):
    p = mp.mpf(p)
    if p > 0.5:
        return -normal_quantile_below(1 - p)
    return normal_quantile_below(p)


def normal_quantile_below(p):
    if p == 0.5:
        return mp.mpf(0)
    low, high = mp.mpf(-40), mp.mpf(0)
    for _ in range(220):
        middle = (low + high) / 2
        if normal_cdf(middle) < p:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def chi_square_upper(x, df):
    return mp.gammainc(mp.mpf(df) / 2, mp.mpf(x) / 2, mp.inf, regularized=True)


def beta_cdf(x, a, b):
    return mp.betainc(a, b, 0, x, regularized=True)


def student_cdf(x, df):
    x, df = mp.mpf(x), mp.mpf(df)
    tail = mp.betainc(df / 2, mp.mpf(1) / 2, 0, df / (df + x * x), regularized=True) / 2
    return tail if x < 0 else 1 - tail


def f_upper(x, df1, df2):
    x, df1, df2 = mp.mpf(x), mp.mpf(df1), mp.mpf(df2)
    return mp.betainc(df2 / 2, df1 / 2, 0, df2 / (df2 + df1 * x), regularized=True)


def bisect(cdf, p, low, high):
    low, high, p = mp.mpf(low), mp.mpf(high), mp.mpf(p)
    for _ in range(170):
        middle = (low + high) / 2
        if cdf(middle) < p:
            low = middle
        else:
            high = middle
    return (low + high) / 2


cases = []


def add(function, arguments, value):
    cases.append({"function": function, "arguments": arguments, "value": number(value)})


for p in [1e-300, 1e-100, 1e-20, 1e-10, 1e-5, 0.001, 0.025, 0.05, 0.075, 0.3, 0.5, 0.7, 0.925, 0.975, 0.999, 1 - 1e-12]:
    add("normalQuantile", [p], normal_quantile(p))
for x in [-37, -20, -8, -5, -1.96, -0.1, 0, 0.1, 1.96, 5]:
    add("normalCdf", [x], normal_cdf(mp.mpf(x)))
for x in [0.001, 0.5, 3.84, 20, 152.2, 700]:
    for df in [1, 2, 12, 150]:
        add("chiSquareUpper", [x, df], chi_square_upper(x, df))
for x in [-40, -4, -1, -0.01, 0.5, 2.2, 12]:
    for df in [1, 2.5, 12, 200]:
        add("studentCdf", [x, df], student_cdf(x, df))
for p in [1e-6, 0.025, 0.2, 0.9, 0.975]:
    for df in [1, 2.5, 12, 200]:
        add("studentQuantile", [p, df], bisect(lambda x: student_cdf(x, df), p, -1e6, 1e6))
for p in [0.001, 0.025, 0.5, 0.975]:
    for a, b in [(0.5, 20.5), (1, 20), (81, 183), (300.5, 2.5)]:
        add("betaQuantile", [p, a, b], bisect(lambda x: beta_cdf(x, a, b), p, 0, 1))
for x in [0.01, 1, 4, 30]:
    for df1, df2 in [(1, 4), (3, 12.7), (20, 100)]:
        add("fUpper", [x, df1, df2], f_upper(x, df1, df2))

print(json.dumps({"tool": "mpmath " + mp.__version__, "script": "distributions.py", "relativeTolerance": 1e-12, "cases": cases}, indent=1))
