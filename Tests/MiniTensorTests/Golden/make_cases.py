"""Computes cases.json: what PyTorch makes of every public operation of MiniTensor. Run once, with
PyTorch 2.x:

    python3 make_cases.py > cases.json

Inputs are numbers that a 32-bit float holds. PyTorch computes in double precision, and the answer
is rounded to single precision once: so the answer is right to its last digit, and whatever differs
is the error of MiniTensor. "gradients" are those of the sum of result * weight.

Each case names the rule that says how far a value (or gradient) may lie from the answer. Infinities
and what is not a number must be met exactly, and so must all answers of "exact" cases.
Long because it lists all operations, in the order of the sources.
"""

import base64
import json
import math
import sys

import torch
import torch.nn.functional as F

torch.manual_seed(20)
torch.set_default_dtype(torch.float64)

# How far a number may lie from the answer: (relative, absolute, whether the largest answer counts,
# whether 0 and -0 differ).
RULES = {
    # One rounding: + - * / and the square root are exact to the last digit, moving numbers too.
    "exact": (0, 0, False, True),
    # The same, but which of 0 and -0 wins a tie is left open; PyTorch itself chooses either.
    "tie": (0, 0, False, False),
    # A few units in the last place (one is 1.2e-7); numbers below 1e-38 have few digits.
    "function": (8e-7, 1e-43, False, False),
    # A slope such as 1 - y * y loses digits where y is near 1: it is right beside numbers near 1.
    "slope": (1e-6, 5e-7, False, False),
    # The difference to the greatest score, up to 20, is rounded before its exponential.
    "share": (4e-6, 1e-43, False, False),
    # Weights after some steps, where the large parts of a step may cancel.
    "steps": (8e-7, 2e-6, False, False),
    # The rounding of a sum grows with its largest terms.
    "sum": (2e-6, 1e-37, True, False),
    # Some dozen operations one after the other.
    "chain": (1e-5, 5e-7, True, False),
}
EXACT, TIE, FUNCTION, SLOPE, SHARE, STEPS, SUM, CHAIN = RULES

NAN, INF = math.nan, math.inf
SIZES = [0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65]
SPECIAL = [
    NAN, INF, -INF, 0.0, -0.0, 1e-45, -1e-45, 1e-40, -1e-40, 1.17549435e-38, 1e-20, -1e-20, 1e-8,
    -1e-8, 0.5, 1, -1, 3, -3, 9.5, -9.5, 17, -17, 20, -20, 88.5, -87.5, 89, -103, 1e4, -1e4, 1e10,
    -1e10, 1e20, -1e20, 3.4e38, -3.4e38,
]
PAIRED = [NAN, INF, -INF, 0.0, -0.0, 1.0, -2.0, 1e-40, 1e-20, 3e38]

cases, pool, places = [], [], {}


def f32(t):
    return t.to(torch.float32).to(torch.float64)


def numbers(*values):
    return f32(torch.tensor(values))


def normal(*shape, scale=1.0):
    return f32(torch.randn(shape) * scale)


def stored(t):
    """The place of a tensor in the pool; equal ones share it."""
    t = t.detach().to(torch.float32).contiguous()
    bits = base64.b64encode(t.numpy().tobytes()).decode()
    key = (tuple(t.shape), bits)
    if key not in places:
        places[key] = len(pool)
        pool.append(",".join(map(str, t.shape)) + " " + bits)
    return places[key]


weights = {}


def weight_for(result, special):
    """Weights of the gradient: one set for each shape; ones beside special numbers."""
    shape = tuple(result.shape)
    if special:
        return torch.ones(shape)
    if shape not in weights:
        weights[shape] = normal(*shape)
    return weights[shape]


def case(name, label, function, *inputs, value=EXACT, gradient=EXACT, special=False, **settings):
    """One case; `gradient` None for results through which none flows."""
    inputs = [i.clone().requires_grad_(gradient is not None) for i in inputs]
    results = function(*inputs)
    results = list(results) if isinstance(results, (tuple, list)) else [results]
    entry = {
        "name": name, "label": label, "inputs": [stored(i) for i in inputs],
        "results": [stored(r) for r in results], "value": value}
    if settings:
        entry["settings"] = {
            name: " ".join(str(float(x)) for x in (v if isinstance(v, (list, tuple)) else [v]))
            for name, v in settings.items()}
    if gradient is not None:
        factors = [weight_for(r, special) for r in results]
        total = sum((r * w).sum() for r, w in zip(results, factors))
        total.backward()
        entry["weights"] = [stored(w) for w in factors]
        entry["gradients"] = [
            stored(torch.zeros_like(i) if i.grad is None else i.grad) for i in inputs]
        entry["slope"] = gradient
    cases.append(entry)


def names(shape):
    return "x".join(map(str, shape)) or "one number"


# Elementwise ----------------------------------------------------------------


def elementwise():
    unary = {
        "exp": (torch.exp, FUNCTION, FUNCTION),
        "squared": (lambda x: x * x, EXACT, EXACT),
        "abs": (torch.abs, EXACT, EXACT),
        "negated": (lambda x: -x, EXACT, EXACT),
        "clamped": (lambda x: x.clamp(-1, 0.5), EXACT, EXACT),
        "sigmoid": (torch.sigmoid, FUNCTION, SLOPE),
        "tanh": (torch.tanh, FUNCTION, SLOPE),
        "relu": (F.relu, EXACT, EXACT),
        "leakyReLU": (lambda x: F.leaky_relu(x, 0.25), EXACT, EXACT),
        "elu": (lambda x: F.elu(x, 1.5), FUNCTION, FUNCTION),
        "silu": (F.silu, FUNCTION, SLOPE),
        "gelu": (lambda x: F.gelu(x, approximate="tanh"), SLOPE, SLOPE),
        "softplus": (lambda x: F.softplus(x, threshold=60), FUNCTION, FUNCTION),
        "addNumber": (lambda x: x + 0.75, EXACT, EXACT),
        "subtractNumber": (lambda x: x - 0.75, EXACT, EXACT),
        "numberMinus": (lambda x: 0.75 - x, EXACT, EXACT),
        "multiplyByNumber": (lambda x: x * 0.75, EXACT, EXACT),
        "divideByNumber": (lambda x: x / 0.75, EXACT, EXACT),
        "numberDividedBy": (lambda x: 0.75 / x, EXACT, FUNCTION),
        "sign": (torch.sign, TIE, None),
        "greaterThanNumber": (lambda x: (x > 0.5).double(), EXACT, None),
        "greaterOrEqualToNumber": (lambda x: (x >= 0.5).double(), EXACT, None),
        "lessThanNumber": (lambda x: (x < 0.5).double(), EXACT, None),
        "map": (lambda x: 2 * x + 1, FUNCTION, None),
        "log": (torch.log, FUNCTION, FUNCTION),
        "squareRoot": (torch.sqrt, EXACT, FUNCTION),
    }
    for name, (function, value, gradient) in unary.items():
        rules = {"value": value, "gradient": gradient}
        for size in SIZES:
            x = samples[size].abs() + 0.01 if name in ("log", "squareRoot") else samples[size]
            case(name, f"{size} numbers", function, f32(x), **rules)
        case(name, "one number", function, numbers(1.25).reshape(()), **rules)
        block = f32(samples[16].abs() + 0.5) if name in ("log", "squareRoot") else samples[16]
        case(name, "four axes", function, block.reshape(2, 1, 4, 2), **rules)
        case(name, "special numbers", function, numbers(*SPECIAL), special=True, **rules)
    case("exp", "1500 numbers", torch.exp, samples[1500], value=FUNCTION, gradient=FUNCTION)
    for exponent in [0, 1, 2, 3, -1, 0.5, 1.5, -2.5]:
        power = lambda x: x ** exponent
        rules = {"value": FUNCTION, "gradient": FUNCTION, "exponent": exponent}
        case("power", f"to {exponent}", power, f32(samples[17].abs() + 0.1), **rules)
        case("power", f"to {exponent}, special numbers", power, numbers(*SPECIAL), special=True,
             **rules)
    for divisor in [3, 7, 1e-40, 3e38, 0.0, INF, NAN]:
        divisor = float(numbers(divisor))
        divide = lambda x: x / divisor
        case("divideByGivenNumber", f"by {divisor}", divide, samples[17], number=divisor)
        case("divideByGivenNumber", f"special numbers by {divisor}", divide, numbers(*SPECIAL),
             special=True, number=divisor)


BROADCASTS = [
    ((), ()), ((1,), (1,)), ((5,), (5,)), ((17,), (17,)), ((65,), (65,)), ((3, 5), (5,)),
    ((3, 5), (3, 1)), ((3, 1), (1, 5)), ((2, 3, 4), (3, 1)), ((4,), ()), ((), (2, 3)),
    ((0,), (1,)), ((0, 3), (3,)), ((2, 0), (2, 1)), ((1, 1), (1,)), ((16, 33), (33,)),
    ((7, 130), (7, 1)), ((2, 1, 3, 1), (4, 1, 5)), ((1, 2, 1, 2, 1, 2), (2, 1, 2, 1, 2, 1)),
]


def broadcasting():
    binary = {
        "add": (torch.add, EXACT, SUM), "subtract": (torch.sub, EXACT, SUM),
        "multiply": (torch.mul, EXACT, SUM), "divide": (torch.div, EXACT, SUM),
        "maximum": (torch.maximum, TIE, None), "minimum": (torch.minimum, TIE, None),
        "greater": (lambda a, b: (a > b).double(), EXACT, None),
        "less": (lambda a, b: (a < b).double(), EXACT, None),
        "equal": (lambda a, b: (a == b).double(), EXACT, None),
    }
    grid = numbers(*PAIRED)
    left = grid[:, None].expand(10, 10).reshape(-1)
    right = grid[None, :].expand(10, 10).reshape(-1)
    halves = lambda shape: f32((torch.randn(shape) * 2).round() / 2)
    for name, (function, value, gradient) in binary.items():
        isComparison = gradient is None
        for a, b in BROADCASTS:
            # Comparisons see many ties; a divisor keeps away from 0.
            x = halves(a) if isComparison else normal(*a)
            y = halves(b) if isComparison else normal(*b)
            if name == "divide":
                y = f32(y.sign() * (y.abs() + 0.5))
            case(name, f"{names(a)} and {names(b)}", function, x, y, value=value,
                 gradient=gradient)
        case(name, "special numbers", function, left, right, value=value,
             gradient=None if isComparison else FUNCTION, special=True)
        case(name, "special numbers and one", function, numbers(*SPECIAL), numbers(3.0),
             value=value, gradient=None)
        if name == "divide":
            for a, b in BROADCASTS:
                if torch.broadcast_shapes(a, b) == a:
                    case("withTensor", f"{names(a)} and {names(b)}", with_tensor, normal(*a),
                         f32(normal(*b).abs() + 0.5), value=CHAIN, gradient=CHAIN)
    for a, b in BROADCASTS:
        shape = torch.broadcast_shapes(a, b)
        case("broadcast", f"{names(a)} to {names(shape)}", lambda x: x.expand(shape), normal(*a),
             gradient=None, shape=shape)
        case("summedTo", f"{names(shape)} to {names(a)}", lambda x: x.sum_to_size(a),
             normal(*shape), value=SUM, gradient=None, shape=a)
    case("broadcast", "special numbers", lambda x: x.expand(2, len(SPECIAL)), numbers(*SPECIAL),
         gradient=None, shape=(2, len(SPECIAL)))


def with_tensor(a, b):
    c = b.detach()
    return (a + c) * c - (a / c - c)


# Reductions -----------------------------------------------------------------


def ties(*shape):
    return f32((torch.randn(shape) * 1.5).round())


def reductions():
    shapes = [(1,), (5,), (0,), (1, 1), (3, 5), (17, 1), (1, 17), (2, 0), (0, 2), (2, 3, 4),
              (65, 3), (3, 65), (300, 2), (2, 16, 1, 3)]
    for shape in shapes + [(1500, 2), (2, 1500)]:
        x = normal(*shape)
        full = x.numel() > 0
        isLong = x.numel() > 2900
        if not isLong:
            case("sumOfAll", names(shape), torch.sum, x, value=SUM, gradient=EXACT)
        if full and not isLong:
            case("meanOfAll", names(shape), torch.mean, x, value=SUM, gradient=FUNCTION)
            case("varianceOfAll", names(shape), lambda x: x.var(unbiased=False), x, value=SUM,
                 gradient=None)
            case("maxOfAll", names(shape), torch.max, x, gradient=None)
            case("minOfAll", names(shape), torch.min, x, gradient=None)
            case("argmaxOfAll", names(shape), lambda x: x.argmax().double(), ties(*shape),
                 gradient=None)
        for axis in range(len(shape)):
            for keep in (False, True):
                where = f"{names(shape)}, axis {axis}" + (", kept" if keep else "")
                s = {"axis": axis - (len(shape) if keep else 0), "keep": keep}
                if isLong and (keep or shape[axis] < 10):
                    continue
                case("sum", where, lambda x: x.sum(axis, keepdim=keep), x, value=SUM, **s)
                if not shape[axis]:
                    continue
                case("mean", where, lambda x: x.mean(axis, keepdim=keep), x, value=SUM,
                     gradient=FUNCTION, **s)
                t = x if isLong else ties(*shape)
                case("max", where, lambda x: x.amax(axis, keepdim=keep), t, value=TIE,
                     gradient=FUNCTION, **s)
                case("min", where, lambda x: x.amin(axis, keepdim=keep), t, value=TIE,
                     gradient=None, **s)
                case("variance", where, lambda x: x.var(axis, unbiased=False, keepdim=keep), x,
                     value=SUM, gradient=CHAIN, **s)
                case("argmax", where, lambda x: x.argmax(axis).double().reshape(-1), t,
                     gradient=None, **s)
    rows = numbers(*[
        [1, NAN, 5], [NAN, 1, 5], [1, 5, NAN], [INF, 1, INF], [-INF, -INF, -INF], [-INF, 1, INF],
        [0.0, -0.0, 0.0], [3e38, -3e38, 1e-40], [1e-45, 1e-40, -1e-45], [2, 2, 2],
    ])
    for name, function in {
        "sum": lambda x: x.sum(1), "mean": lambda x: x.mean(1), "max": lambda x: x.amax(1),
    }.items():
        case(name, "special numbers", function, rows, value=FUNCTION, gradient=FUNCTION,
             special=True, axis=1, keep=False)
    case("min", "special numbers", lambda x: x.amin(1), rows, value=TIE, gradient=None, axis=1, keep=False)
    case("argmax", "special numbers", lambda x: x.argmax(1).double(), rows, gradient=None, axis=1,
         keep=False)
    for row in rows:
        what = " ".join(f"{float(x):g}" for x in row)
        case("sumOfAll", what, torch.sum, row, value=FUNCTION, special=True)
        case("meanOfAll", what, torch.mean, row, value=FUNCTION, gradient=FUNCTION, special=True)
        case("maxOfAll", what, torch.max, row, gradient=None)
        case("minOfAll", what, torch.min, row, gradient=None)
        case("argmaxOfAll", what, lambda x: x.argmax().double(), row, gradient=None)


# Moving numbers -------------------------------------------------------------


def moving():
    x = normal(2, 3, 4)
    for shape in [(24,), (6, 4), (2, 12), (1, 24, 1), (4, 3, 2)]:
        case("reshaped", names(shape), lambda x: x.reshape(shape), x, shape=shape)
        case("reshaped", f"{names(shape)}, first left open", lambda x: x.reshape(shape), x,
             shape=(-1,) + shape[1:])
    case("reshaped", "nothing", lambda x: x.reshape(0, 5), normal(2, 0), shape=(0, 5))
    case("reshaped", "one number", lambda x: x.reshape(()), normal(1, 1), shape=())
    for shape in [(2, 3, 4), (5,), (), (0, 3), (3, 0), (1, 1), (2, 2, 2, 2, 2, 2)]:
        case("flattenedTensor", names(shape), lambda x: x.reshape(-1), normal(*shape),
             gradient=None)
        case("flattened", names(shape),
             lambda x: x.reshape(shape[0] if shape else 1, math.prod(shape[1:])), normal(*shape))
        for axis in range(len(shape) + 1 if len(shape) < 6 else 0):
            case("expandingShape", f"{names(shape)} at {axis}", lambda x: x.unsqueeze(axis),
                 normal(*shape), gradient=None, axis=axis)
    for shape in [(1, 1), (3, 5), (17, 33), (16, 65), (0, 3), (3, 0), (2, 3, 4), (2, 2, 9, 8)]:
        case("transposed", names(shape), lambda x: x.transpose(-1, -2), normal(*shape))
    for shape, axes in [((5,), [0]), ((3, 5), [1, 0]), ((2, 3, 4), [2, 0, 1]),
                        ((2, 3, 4, 5), [0, 2, 1, 3]), ((2, 3, 4, 5), [3, 1, 2, 0]),
                        ((0, 3, 2), [2, 1, 0]), ((2, 1, 2, 1, 2, 3), [5, 0, 4, 1, 3, 2])]:
        case("transposedAxes", f"{names(shape)} to {axes}", lambda x: x.permute(axes),
             normal(*shape), axes=axes)
    for shape, axis, low, high in [((9,), 0, 2, 7), ((9,), -1, 0, 9), ((4, 5), 0, 1, 1),
                                   ((4, 5), 1, 4, 5), ((2, 3, 4), 1, 0, 2), ((2, 0), 0, 0, 1),
                                   ((65, 2), 0, 64, 65)]:
        cut = lambda x: x.narrow(axis, low, high - low)
        case("slice", f"{names(shape)}, axis {axis}, {low} to {high}", cut, normal(*shape),
             axis=axis, range=(low, high))
    for shape, axis, index in [((9,), 0, 8), ((4, 5), 0, 0), ((4, 5), -1, 4), ((2, 3, 4), 1, 1),
                               ((1, 1), 1, 0)]:
        case("sliceAt", f"{names(shape)}, axis {axis}, at {index}",
             lambda x: x.select(axis, index), normal(*shape), axis=axis, index=index)
    for shape, picked in [((3, 5), [2, 0, 2]), ((3,), [1, 1, 1, 0]), ((4, 2, 3), [3]),
                          ((2, 3), []), ((65, 9), [64, 0, 64, 33]), ((3, 0), [1])]:
        take = lambda x: x[torch.tensor(picked, dtype=torch.long)]
        case("rows", f"{names(shape)}, {picked}", take, normal(*shape), indices=picked,
             gradient=SUM)
        if len(shape) == 2 and shape[1] > max(picked, default=0):
            case("columns", f"{names(shape)}, {picked}",
                 lambda x: x[:, torch.tensor(picked, dtype=torch.long)], normal(*shape),
                 gradient=None, indices=picked)
    for shape, low, high in [((5, 3), 1, 4), ((5,), 0, 5), ((2, 3, 4), 1, 2), ((4, 4), 2, 2)]:
        case("rowRange", f"{names(shape)}, {low} to {high}", lambda x: x[low:high],
             normal(*shape), gradient=None, range=(low, high))
        last = shape[-1] if high > shape[-1] else high
        case("columnRange", f"{names(shape)}, {low} to {last}", lambda x: x[..., low:last],
             normal(*shape), gradient=None, range=(low, last))
        case("row", f"{names(shape)}, {low}", lambda x: x[low], normal(*shape), gradient=None,
             index=low)
        case("column", f"{names(shape)}, {low}", lambda x: x[..., low], normal(*shape),
             gradient=None, index=low)
    for shapes, axis in [([(2, 3), (4, 3)], 0), ([(2, 3), (2, 1), (2, 0)], 1), ([(5,)], 0),
                         ([(2, 3, 1), (2, 3, 2)], -1), ([(0,), (3,)], 0),
                         ([(2, 17, 2), (2, 64, 2)], 1)]:
        case("concatenate", f"{' '.join(map(names, shapes))}, axis {axis}",
             lambda *x: torch.cat(x, axis), *[normal(*s) for s in shapes], axis=axis)
    for shape, count, axis in [((4,), 3, 0), ((4,), 2, 1), ((2, 3), 2, 1), ((), 3, 0),
                               ((0,), 2, 0), ((5, 1), 1, 2)]:
        case("stack", f"{count} of {names(shape)}, axis {axis}",
             lambda *x: torch.stack(x, axis), *[normal(*shape) for _ in range(count)], axis=axis)
    for rank, shape in enumerate([(5,), (3, 4), (2, 3, 4), (2, 1, 3, 2)], 1):
        case("subscript", f"{rank} axes", lambda x: torch.stack([x.flatten()[-1], x.sum() * 0 + 7]),
             normal(*shape), gradient=None)


# Making numbers -------------------------------------------------------------


def making():
    tensor = lambda name, label, result, value=EXACT, **s: case(
        name, label, lambda: result, gradient=None, value=value, **s)
    for shape in [(), (0,), (1,), (2, 3), (2, 0, 4), (1, 2, 1, 2, 1, 2)]:
        tensor("full", names(shape), torch.full(shape, 2.5), shape=shape)
        tensor("zeros", names(shape), torch.zeros(shape), shape=shape)
        tensor("ones", names(shape), torch.ones(shape), shape=shape)
    for size in [0, 1, 5, 17]:
        tensor("identity", names((size, size)), torch.eye(size), size=size)
        tensor("causalMask", str(size), torch.ones(size, size).tril(), size=size)
    for start, end, step in [(0, 4, 1), (1, 0, -0.25), (0, 0, 1), (3, 0, 1), (-1, 1, 0.1),
                             (1e6, 1e6 + 3, 0.5)]:
        count = max(0, math.ceil((end - start) / float(numbers(step))))
        expected = start + torch.arange(count) * numbers(step)
        tensor("range", f"{start} to {end} by {step}", expected, SLOPE,
               bounds=(start, end, step))
    for first, last, count in [(0, 1, 5), (1, -1, 9), (2, 2, 1), (5, 6, 0), (-3e38, 3e38, 3),
                               (0, 1e-44, 3), (0.1, 0.7, 64)]:
        expected = torch.linspace(float(numbers(first)), float(numbers(last)), count)
        tensor("linspace", f"{count} from {first} through {last}", expected, FUNCTION,
               bounds=(first, last), count=count)
    for labels, classes in [([], 3), ([0], 1), ([2, 0, 2, 1], 3), ([16], 17)]:
        expected = F.one_hot(torch.tensor(labels, dtype=torch.long), classes).double()
        tensor("oneHot", f"{labels} of {classes}", expected.reshape(len(labels), classes),
               labels=labels, classes=classes)
    for count, size in [(0, 4), (1, 2), (7, 6), (33, 16), (2, 0)]:
        t = torch.arange(count)[:, None]
        angles = t / 10_000 ** (torch.arange(0, size, 2) / max(size, 1))
        expected = torch.stack([angles.sin(), angles.cos()], -1).reshape(count, size)
        tensor("sinusoidalPositions", f"{count} of {size}", expected, SLOPE, count=count,
               size=size)
    for a, b, t in [([1, 2], [1, 2.00001], 1e-5), ([1, 2], [1, 2.1], 1e-5),
                    ([1e6], [1e6 + 5], 1e-5), ([0], [1e-6], 1e-5), ([3], [3], 0)]:
        close = abs(numbers(*a) - numbers(*b)) <= t * torch.maximum(
            torch.ones(1), torch.maximum(abs(numbers(*a)), abs(numbers(*b))))
        case("isApproximatelyEqual", f"{a} and {b} within {t}",
             lambda x, y: close.all().double(), numbers(*a), numbers(*b), gradient=None,
             tolerance=t)
    for a, b in [([NAN], [NAN]), ([INF], [INF]), ([INF], [-INF]), ([INF], [5]), ([5], [NAN])]:
        case("isApproximatelyEqual", f"{a} and {b}",
             lambda x, y: torch.isclose(x, y).all().double(), numbers(*a), numbers(*b),
             gradient=None, tolerance=1e-5)


# Products, softmax, eigenvectors ----------------------------------------------


def products():
    for m, k, n in [(1, 1, 1), (1, 7, 9), (8, 8, 8), (9, 17, 15), (16, 16, 16), (17, 31, 33),
                    (65, 63, 5), (2, 515, 3), (5, 1, 64), (33, 2, 65), (0, 3, 4), (3, 0, 4),
                    (3, 4, 0), (0, 0, 0)]:
        a, b = normal(m, k), normal(k, n)
        case("matmul", f"{m}x{k} and {k}x{n}", torch.matmul, a, b, value=SUM, gradient=SUM)
        if m * k * n < 3000:
            case("matmulTransposingOther", f"{m}x{k} and {n}x{k}", lambda a, b: a @ b.T, a,
                 normal(n, k), value=SUM, gradient=SUM)
            case("matmulTransposingSelf", f"{k}x{m} and {k}x{n}", lambda a, b: a.T @ b,
                 normal(k, m), b, value=SUM, gradient=None)
            case("matmulTransposingBoth", f"{k}x{m} and {n}x{k}", lambda a, b: a.T @ b.T,
                 normal(k, m), normal(n, k), value=SUM, gradient=None)
    for a, b in [((2, 3, 4), (2, 4, 5)), ((2, 3, 4), (4, 5)), ((2, 2, 3, 4), (2, 2, 4, 1)),
                 ((2, 2, 3, 4), (4, 17)), ((0, 3, 4), (0, 4, 5)), ((1, 1, 1), (1, 1, 1)),
                 ((3, 9, 16), (3, 16, 17))]:
        case("matmul", f"{names(a)} and {names(b)}", torch.matmul, normal(*a), normal(*b),
             value=SUM, gradient=SUM)
        turned = b[:-2] + (b[-1], b[-2])
        case("matmulTransposingOther", f"{names(a)} and {names(turned)}",
             lambda a, b: a @ b.transpose(-1, -2), normal(*a), normal(*turned), value=SUM,
             gradient=SUM)
    for a, b in [((3, 4), (4,)), ((4,), (4, 3)), ((5,), (5,)), ((2, 3, 4), (4,)), ((0,), (0,)),
                 ((3, 0), (0,)), ((65, 17), (17,))]:
        case("matmulOfVectors", f"{names(a)} and {names(b)}", torch.matmul, normal(*a),
             normal(*b), value=SUM, gradient=None)
    special = numbers([NAN, 1, 2], [INF, 1, 1], [0.0, 1e-40, -1e-40], [3e38, 3e38, 0])
    case("matmul", "special numbers", torch.matmul, special, torch.ones(3, 2), value=FUNCTION,
         gradient=FUNCTION, special=True)
    for batch, inputs, outputs in [(1, 1, 1), (3, 5, 6), (17, 16, 9), (0, 3, 2), (2, 65, 1)]:
        linear = lambda x, w, b: x @ w + b
        case("linear", f"{batch}x{inputs} to {outputs}", linear, normal(batch, inputs),
             normal(inputs, outputs), normal(outputs), value=SUM, gradient=SUM)
    case("linear", "three axes", lambda x, w, b: x @ w + b, normal(2, 3, 4), normal(4, 5),
         normal(5), value=SUM, gradient=SUM)
    case("linear", "no bias", torch.matmul, normal(2, 3, 4), normal(4, 5), value=SUM, gradient=SUM)
    for size in [1, 2, 3, 8, 17]:
        a = normal(size, size)
        eigenvectors(f"{size}x{size}", f32(a + a.T))
    eigenvectors("a multiple of the identity", 3 * torch.eye(4), vectors=False)
    eigenvectors("zeros", torch.zeros(3, 3), vectors=False)
    eigenvectors("nothing", torch.zeros(0, 0))
    for rows, columns, size in [(5, 3, 2), (2, 4, 1), (40, 9, 9), (1, 3, 0)]:
        x = normal(rows, columns)
        case("principalComponents", f"{rows}x{columns}, {size}",
             lambda x: components(x, size), x, gradient=None, value=CHAIN, size=size)


def eigenvectors(label, a, vectors=True):
    def solve(a):
        values, columns = torch.linalg.eigh(a)
        rows = columns.T.flip(0)
        if rows.numel():
            largest = rows.gather(1, rows.abs().argmax(1, keepdim=True))
            rows = rows * largest.sign()
        return [values.flip(0), rows] if vectors else [values.flip(0)]
    case("symmetricEigenvectors", label, solve, a, gradient=None, value=CHAIN)


def components(x, size):
    """The variances, and the rows rebuilt from so many components: no sign is left in them."""
    mean = x.mean(0)
    _, s, v = torch.linalg.svd(x - mean, full_matrices=True)
    variances = torch.zeros(x.shape[1])
    variances[:len(s)] = s ** 2 / x.shape[0]
    v = v[:size]
    return mean, variances, (x - mean) @ v.T @ v + mean


def softmaxes():
    named = {
        "softmax": (lambda x, a, k: x.softmax(a), SHARE),
        "logSoftmax": (lambda x, a, k: x.log_softmax(a), SLOPE),
        "logSumExp": (lambda x, a, k: x.logsumexp(a, keepdim=k), SLOPE),
    }
    for name, (function, value) in named.items():
        for shape in [(1,), (5,), (1, 1), (3, 5), (17, 1), (2, 65), (2, 3, 4), (2, 0), (0, 2),
                      (4, 16), (2, 500)]:
            for axis in range(len(shape)):
                if shape[axis] == 500 or len(shape) == 1 or shape != (2, 500):
                    case(name, f"{names(shape)}, axis {axis}",
                         lambda x: function(x, axis, False), normal(*shape, scale=3), value=value,
                         gradient=SUM, axis=axis, keep=False)
        case(name, "kept", lambda x: function(x, -1, True), normal(3, 5), value=value,
             gradient=SUM, axis=-1, keep=True)
        rows = numbers(
            [NAN, 1, 5], [-INF, 1, 2], [50, 50, 50], [1e8, 1e8, -1e8], [1e4, 1e4 - 1, 0],
            [-1e30, -1e30, -1e30], [1e-40, -1e-40, 0.0], [100, 0, -100], [3e38, 0, -3e38])
        case(name, "special numbers", lambda x: function(x, -1, False), rows, value=value,
             gradient=SLOPE, special=True, axis=-1, keep=False)
        infinite = numbers([-INF, -INF, -INF], [INF, 1, 2], [INF, INF, 0])
        case(name, "infinite rows", lambda x: function(x, -1, False), infinite, value=value,
             gradient=SLOPE, special=True, axis=-1, keep=False)


# Filters, windows, losses -----------------------------------------------------


def filters():
    for x, w, stride, padding in [
        ((2, 3, 7, 6), (4, 3, 3, 3), 2, 1), ((1, 1, 1, 1), (1, 1, 1, 1), 1, 0),
        ((1, 2, 5, 9), (3, 2, 5, 9), 1, 0), ((2, 1, 4, 4), (2, 1, 2, 2), 3, 0),
        ((1, 2, 3, 3), (2, 2, 3, 3), 1, 2), ((3, 4, 8, 17), (5, 4, 3, 3), 1, 1),
        ((0, 2, 4, 4), (3, 2, 3, 3), 1, 0), ((1, 8, 6, 5), (16, 8, 1, 1), 1, 0),
        ((2, 2, 9, 4), (17, 2, 2, 3), 2, 3),
    ]:
        label = f"{names(x)} under {names(w)}, stride {stride}, padding {padding}"
        f = lambda x, w, b: F.conv2d(x, w, b, stride=stride, padding=padding)
        case("convolution", label, f, normal(*x), normal(*w), normal(w[0]), value=SUM,
             gradient=SUM, stride=stride, padding=padding)
    for x, w, stride, padding in [
        ((3, 2, 9), (5, 2, 4), 1, 2), ((1, 1, 1), (1, 1, 1), 1, 0), ((2, 3, 65), (4, 3, 5), 2, 0),
        ((1, 2, 3), (1, 2, 3), 4, 1), ((0, 1, 5), (2, 1, 2), 1, 0), ((2, 16, 33), (8, 16, 3), 1, 1),
    ]:
        label = f"{names(x)} under {names(w)}, stride {stride}, padding {padding}"
        f = lambda x, w, b: F.conv1d(x, w, b, stride=stride, padding=padding)
        case("convolution", label, f, normal(*x), normal(*w), normal(w[0]), value=SUM,
             gradient=SUM, stride=stride, padding=padding)
        case("convolution", label + ", no bias",
             lambda x, w: F.conv1d(x, w, None, stride=stride, padding=padding), normal(*x),
             normal(*w), value=SUM, gradient=SUM, stride=stride, padding=padding)
    holes = torch.ones(1, 1, 3, 4)
    holes[0, 0, 1, 1] = NAN
    holes[0, 0, 2, 3] = INF
    case("convolution", "special numbers", lambda x, w, b: F.conv2d(x, w, b), holes,
         torch.ones(1, 1, 2, 2), torch.zeros(1), special=True, stride=1, padding=0)
    for x, size, stride in [
        ((2, 3, 7, 6), (3, 3), (2, 2)), ((1, 1, 1, 1), (1, 1), (1, 1)), ((1, 2, 5, 4), (5, 4), (1, 1)),
        ((0, 2, 4, 4), (2, 2), (2, 2)), ((2, 2, 9, 17), (2, 3), (3, 1)), ((2, 5, 5), (2, 2), (5, 5)),
    ]:
        case("maxPool", f"{names(x)}, windows {size}, stride {stride}",
             lambda x: F.max_pool2d(x, size, stride), ties(*x), gradient=SUM, size=size,
             stride=stride)
    for x, size, stride in [((2, 3, 9), 3, 2), ((1, 1, 1), 1, 1), ((2, 65), 4, 4), ((1, 2, 8), 2, 1)]:
        case("maxPool", f"{names(x)}, windows {size}, stride {stride}",
             lambda x: F.max_pool1d(x, size, stride), ties(*x), gradient=SUM, size=[size],
             stride=[stride])
    case("maxPool", "special numbers", lambda x: F.max_pool1d(x, 3, 3),
         numbers([1, NAN, 5, NAN, 1, 2, INF, 1, INF, -INF, -INF, -INF, 0.0, -0.0, 0.0]),
         special=True, size=[3], stride=[3])


def losses():
    shapes = [(1,), (4, 3), (17,), (2, 3, 5), (1, 1), (65, 1), (300, 7)]
    for shape in shapes:
        x, t = normal(*shape, scale=3), normal(*shape)
        yes = f32(torch.rand(shape))
        case("meanSquaredError", names(shape), lambda x: F.mse_loss(x, t), x, value=SUM,
             gradient=FUNCTION, target=stored(t))
        case("meanAbsoluteError", names(shape), lambda x: F.l1_loss(x, t), x, value=SUM,
             gradient=FUNCTION, target=stored(t))
        case("binaryCrossEntropy", names(shape),
             lambda x: F.binary_cross_entropy_with_logits(x, yes), x, value=SUM, gradient=SLOPE,
             target=stored(yes))
        if len(shape) < 2:
            continue
        classes, flat = shape[-1], lambda x: x.reshape(-1, shape[-1])
        labels = torch.randint(classes, (math.prod(shape[:-1]),))
        case("crossEntropyOfLabels", names(shape),
             lambda x: F.cross_entropy(flat(x), labels), x, value=SUM, gradient=SLOPE,
             labels=labels.tolist())
        shares = f32(torch.rand(shape).softmax(-1))
        case("crossEntropyOfShares", names(shape),
             lambda x: F.cross_entropy(flat(x), flat(shares)), x, value=SUM, gradient=SLOPE,
             target=stored(shares))
    t = numbers(1, 1, 0.0, 2)
    for values in [[1, 1, 0.0, 2], [NAN, 1, 1, 1], [INF, 1, 1, 1], [1e-40, 1, -0.0, 2],
                   [1e15, -1e15, 1, 1]]:
        for name, loss in [("meanSquaredError", F.mse_loss), ("meanAbsoluteError", F.l1_loss)]:
            case(name, str(values), lambda x: loss(x, t), numbers(*values), value=FUNCTION,
                 gradient=FUNCTION, special=True, target=stored(t))
    for z, y in [(16, 1), (-16, 1), (100, 0), (1e8, 0), (1e8, 1), (-1e8, 1), (0, 0.5), (-0.0, 1),
                 (INF, 0), (NAN, 1), (-INF, 1), (1e-40, 0)]:
        y = numbers(y)
        case("binaryCrossEntropy", f"logit {z}, target {float(y)}",
             lambda x: F.binary_cross_entropy_with_logits(x, y), numbers(z), value=FUNCTION,
             gradient=SLOPE, special=True, target=stored(y))
    for row in [[50, 50], [1e4, 1e4], [1e8, 1e8], [-1e8, 1e8], [3, -INF], [100, -100], [NAN, 1],
                [INF, 0], [0.0, -0.0], [-104, 0]]:
        for label in (0, 1):
            case("crossEntropyOfLabels", f"{row}, label {label}",
                 lambda x: F.cross_entropy(x, torch.tensor([label])), numbers(row),
                 value=SLOPE, gradient=SLOPE, special=True, labels=[label])
    shares = numbers([0.25, 0.75])
    for row in [[50, 50], [1e8, 1e8], [100, -100], [NAN, 1]]:
        case("crossEntropyOfShares", str(row), lambda x: F.cross_entropy(x, shares),
             numbers(row), value=FUNCTION, gradient=SLOPE, special=True, target=stored(shares))


# Layers -----------------------------------------------------------------------


def layers():
    for shape in [(3, 5), (2, 3, 7), (1, 1), (4, 65), (2, 2, 3, 16), (0, 4), (9,)]:
        size = shape[-1]
        case("layerNorm", names(shape), lambda x, w, b: F.layer_norm(x, [size], w, b),
             normal(*shape), normal(size), normal(size), value=CHAIN, gradient=CHAIN)
        case("rmsNorm", names(shape), lambda x: F.rms_norm(x, [size], eps=1e-5), normal(*shape),
             value=CHAIN, gradient=CHAIN)
    constant = torch.full((2, 49), float(numbers(12345.67)))
    case("layerNorm", "constant rows", lambda x, w, b: F.layer_norm(x, [49], w, b), constant,
         torch.ones(49), torch.zeros(49), value=SLOPE, gradient=CHAIN)
    special = numbers([NAN, 1, 2], [1, 2, 3], [1e-30, -1e-30, 0], [1e15, 1e15, 2e15])
    case("layerNorm", "special numbers", lambda x, w, b: F.layer_norm(x, [3], w, b), special,
         torch.ones(3), torch.zeros(3), value=SLOPE, gradient=SLOPE, special=True)
    case("rmsNorm", "special numbers", lambda x: F.rms_norm(x, [3], eps=1e-5), special,
         value=SLOPE, gradient=SLOPE, special=True)
    for shape in [(4, 3), (2, 3, 5), (2, 3, 4, 4), (65, 1), (2, 17)]:
        features = shape[1]
        scale, shift = normal(features), normal(features)
        mean, spread = normal(features), f32(torch.rand(features) + 0.5)

        def learning(x, w, b):
            m, v = mean.clone(), spread.clone()
            y = F.batch_norm(x, m, v, w, b, training=True, momentum=0.25)
            return y, m, v

        case("batchNormLearning", names(shape), learning, normal(*shape), scale, shift,
             value=CHAIN, gradient=CHAIN, running=[stored(mean), stored(spread)])
        case("batchNormInUse", names(shape),
             lambda x, w, b: F.batch_norm(x, mean, spread, w, b, training=False), normal(*shape),
             scale, shift, value=CHAIN, gradient=CHAIN, running=[stored(mean), stored(spread)])
    case("residual", "two layers", lambda x, w: x + torch.tanh(x @ w), normal(3, 4), normal(4, 4),
         value=CHAIN, gradient=CHAIN)
    case("residualShortcut", "another size", lambda x, w, s: x @ s + torch.tanh(x @ w),
         normal(3, 4), normal(4, 5), normal(4, 5), value=CHAIN, gradient=CHAIN)
    case("sequential", "two layers", lambda x, w, b, u: torch.relu(x @ w + b) @ u, normal(3, 4),
         normal(4, 6), normal(6), normal(6, 2), value=CHAIN, gradient=CHAIN)
    for shape in [(3, 5), (2, 2, 8), (0, 3), (1, 65)]:
        case("dropoutOfNothing", names(shape), lambda x: x * 1, normal(*shape))
    case("layerOfData", "three numbers", torch.tanh, normal(3), value=FUNCTION, gradient=None)
    for count, size, symbols in [(5, 3, [4, 0, 4]), (1, 1, [0]), (65, 8, [64, 33, 64, 0]),
                                 (3, 2, [])]:
        case("embedding", f"{symbols} of {count}",
             lambda w: F.embedding(torch.tensor(symbols, dtype=torch.long), w),
             normal(count, size), gradient=SUM, symbols=symbols)
    case("embeddingOfSequences", "2 of 3", lambda w: F.embedding(
        torch.tensor([[1, 2, 0], [3, 3, 1]]), w), normal(4, 5), gradient=SUM,
        symbols=[1, 2, 0, 3, 3, 1])


def attention():
    for q, k, v in [
        ((1, 1, 1), (1, 1, 1), (1, 1, 1)), ((2, 3, 4, 5), (2, 3, 6, 5), (2, 3, 6, 7)),
        ((3, 8), (5, 8), (5, 2)), ((2, 17, 16), (2, 17, 16), (2, 17, 16)),
        ((0, 2, 3), (0, 4, 3), (0, 4, 5)), ((2, 0, 3), (2, 4, 3), (2, 4, 5)),
    ]:
        case("attention", f"{names(q)}, {names(k)}, {names(v)}", F.scaled_dot_product_attention,
             normal(*q), normal(*k), normal(*v), value=CHAIN, gradient=CHAIN)
        case("attentionWeights", f"{names(q)}, {names(k)}",
             lambda q, k: (q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])).softmax(-1),
             normal(*q), normal(*k), value=CHAIN, gradient=None)
    for shape in [(2, 4, 3), (2, 2, 5, 3)]:
        n = shape[-2]
        case("attention", f"{names(shape)}, causal", lambda q, k, v:
             F.scaled_dot_product_attention(q, k, v, is_causal=True), *[normal(*shape)] * 3,
             value=CHAIN, gradient=CHAIN, mask=stored(torch.ones(n, n).tril()))
    mask = (torch.rand(2, 3, 5) > 0.4)
    mask[..., 0] = True
    case("attention", "a mask for each example", lambda q, k, v:
         F.scaled_dot_product_attention(q, k, v, attn_mask=mask), normal(2, 3, 4),
         normal(2, 5, 4), normal(2, 5, 6), value=CHAIN, gradient=CHAIN,
         mask=stored(mask.double()))
    large = normal(1, 3, 4, scale=1e3)
    case("attention", "large scores", F.scaled_dot_product_attention, large, large,
         normal(1, 3, 2), value=CHAIN, gradient=CHAIN)
    for batch, time, size, heads, causal in [(2, 5, 6, 3, True), (1, 1, 2, 1, False),
                                            (2, 4, 8, 2, False), (0, 3, 4, 2, False)]:
        parameters = [normal(size, size, scale=0.5) for _ in range(4)]
        case("multiHeadAttention", f"{batch}x{time}x{size}, {heads} heads, causal {causal}",
             lambda x, *w: multi_head(x, x, heads, causal, *w), normal(batch, time, size),
             *parameters, value=CHAIN, gradient=CHAIN, heads=heads, causal=causal)
        if batch:
            case("multiHeadWeights", f"{batch}x{time}x{size}, {heads} heads, causal {causal}",
                 lambda x, *w: multi_head(x, x, heads, causal, *w, wants_weights=True),
                 normal(batch, time, size), *parameters, value=CHAIN, gradient=None, heads=heads,
                 causal=causal)
    parameters = [normal(6, 6, scale=0.5) for _ in range(4)]
    case("crossAttention", "2x3x6 over 2x5x6", lambda x, y, *w: multi_head(x, y, 2, False, *w),
         normal(2, 3, 6), normal(2, 5, 6), *parameters, value=CHAIN, gradient=CHAIN, heads=2)


def multi_head(x, memory, heads, causal, query, key, value, output, wants_weights=False):
    """PyTorch wants the time first, and its weights transposed."""
    if x.shape[0] == 0:
        return x * 1
    n, size = x.shape[1], x.shape[2]
    mask = torch.ones(n, n).triu(1).bool() if causal else None
    y = memory.transpose(0, 1)
    result, found = F.multi_head_attention_forward(
        x.transpose(0, 1), y, y, size, heads, None, None, None, None, False, 0, output.T, None,
        training=False, need_weights=wants_weights, average_attn_weights=False, attn_mask=mask, use_separate_proj_weight=True,
        q_proj_weight=query.T, k_proj_weight=key.T, v_proj_weight=value.T)
    return found if wants_weights else result.transpose(0, 1)


# Recurrent layers -------------------------------------------------------------


def blocks(t, kind):
    """PyTorch's rows (i, f, g, o) become the columns of MiniTensor, (i, f, o, g)."""
    if kind == "LSTM":
        i, f, g, o = t.chunk(4, 0)
        t = torch.cat([i, f, o, g], 0)
    return t.T if t.dim() == 2 else t


def rows(t, kind):
    """The way back."""
    t = t.T if t.dim() == 2 else t
    if kind == "LSTM":
        i, f, o, g = t.chunk(4, 0)
        t = torch.cat([i, f, g, o], 0)
    return t


def recurrent():
    for batch, time, inputs, hidden in [(3, 5, 4, 7), (1, 1, 1, 1), (2, 6, 3, 17), (1, 3, 8, 16),
                                        (5, 2, 1, 9)]:
        for kind, gates, extra in [("RNN", 1, {}), ("RNN", 1, {"nonlinearity": "relu"}),
                                   ("GRU", 3, {}), ("LSTM", 4, {})]:
            for from_zero in (False, True) if hidden < 16 else (False,):
                one_recurrent(kind, gates, extra, batch, time, inputs, hidden, from_zero)
        forgetless(batch, time, inputs, hidden)


def one_recurrent(kind, gates, extra, batch, time, inputs, hidden, from_zero):
    module = getattr(torch.nn, kind)(inputs, hidden, batch_first=True, **extra)
    count = 0 if from_zero else 2 if kind == "LSTM" else 1
    states = [normal(batch, hidden) for _ in range(count)]
    scale = 1 / math.sqrt(hidden)
    parameters = [normal(inputs, gates * hidden, scale=scale),
                  normal(hidden, gates * hidden, scale=scale), normal(gates * hidden)]
    if kind == "GRU":
        parameters.append(normal(gates * hidden))

    def run(x, *rest):
        w, u, b = (rows(p, kind) for p in rest[:3])
        c = rest[3] if kind == "GRU" else torch.zeros_like(b)
        first = [s[None] for s in rest[len(parameters):]]
        own = dict(zip(["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"], [w, u, b, c]))
        start = (tuple(first) if kind == "LSTM" else first[0]) if first else None
        outputs, last = torch.func.functional_call(module, own, (x, start))
        return [outputs] + ([t[0] for t in last] if kind == "LSTM" else [last[0]])

    name = kind + ("ReLU" if extra else "")
    label = f"{batch}x{time}x{inputs} to {hidden}" + (", from zeros" if from_zero else "")
    case(name, label, run, normal(batch, time, inputs), *parameters, *states, value=CHAIN,
         gradient=CHAIN)
    if time == 1:
        case(name + "Step", label, lambda x, *rest: run(x[:, None], *rest)[1:],
             normal(batch, inputs), *parameters, *states, value=CHAIN, gradient=CHAIN)


def forgetless(batch, time, inputs, hidden):
    """The cell of 1997, which PyTorch does not have, from its equations."""
    def run(x, w, u, b, h, c):
        outputs = []
        for t in range(time):
            i, o, g = (x[:, t] @ w + h @ u + b).chunk(3, 1)
            c = c + torch.sigmoid(i) * torch.tanh(g)
            h = torch.sigmoid(o) * torch.tanh(c)
            outputs.append(h)
        return torch.stack(outputs, 1), h, c
    label = f"{batch}x{time}x{inputs} to {hidden}"
    rest = [normal(inputs, 3 * hidden, scale=0.4), normal(hidden, 3 * hidden, scale=0.4),
            normal(3 * hidden), normal(batch, hidden), normal(batch, hidden)]
    case("LSTMWithoutForgetGate", label, run, normal(batch, time, inputs), *rest, value=CHAIN,
         gradient=CHAIN)
    if time == 1:
        case("LSTMWithoutForgetGateStep", label, lambda x, *rest: run(x[:, None], *rest)[1:],
             normal(batch, inputs), *rest, value=CHAIN, gradient=CHAIN)


# Optimizers -------------------------------------------------------------------


def optimizers():
    rules = {
        "SGD": lambda p: torch.optim.SGD(p, 0.1),
        "SGD, decay": lambda p: torch.optim.SGD(p, 0.1, weight_decay=0.05),
        "SGD, momentum": lambda p: torch.optim.SGD(p, 0.1, momentum=0.9, weight_decay=0.05),
        "SGD, Nesterov": lambda p: torch.optim.SGD(
            p, 0.1, momentum=0.9, nesterov=True, weight_decay=0.05),
        "Adagrad": lambda p: torch.optim.Adagrad(p, 0.1, weight_decay=0.05),
        "Adadelta": lambda p: torch.optim.Adadelta(p, 1.0, rho=0.9, eps=1e-6, weight_decay=0.05),
        "RMSProp": lambda p: torch.optim.RMSprop(p, 0.05, alpha=0.9, eps=1e-8, weight_decay=0.05),
        "Adam": lambda p: torch.optim.Adam(p, 0.1),
        "Adam, decay": lambda p: torch.optim.Adam(p, 0.1, weight_decay=0.05),
        "AMSGrad": lambda p: torch.optim.Adam(p, 0.1, amsgrad=True, weight_decay=0.05),
        "AdamW": lambda p: torch.optim.AdamW(p, 0.1, weight_decay=0.1),
    }
    starts = [normal(3, 2), normal(), normal(17), normal(0, 2), normal(4)]
    pushes = [[normal(*s.shape) for s in starts] for _ in range(5)]
    # Large, tiny and no gradients; the last parameter first gets one in the third step.
    pushes[1][2] = f32(pushes[1][2] * 1e-22)
    pushes[2][2] = f32(pushes[2][2] * 1e15)
    pushes[3][0] = torch.zeros(3, 2)
    for name, make in rules.items():
        def run(*inputs):
            parameters = [i.detach().clone().requires_grad_() for i in inputs[:len(starts)]]
            optimizer = make(parameters)
            results = []
            for number, push in enumerate(pushes):
                for place, (p, g) in enumerate(zip(parameters, push)):
                    p.grad = None if place == 4 and number < 2 else g.clone()
                optimizer.step()
                results += [p.detach().clone() for p in parameters]
            return results
        case(name, "five steps", run, *starts, *[g for push in pushes for g in push],
             gradient=None, value=STEPS)
    for limit in [0.5, 100.0, 0.0]:
        def by_norm(*gradients):
            length = torch.cat([g.flatten() for g in gradients]).norm()
            return [g * min(1.0, limit / length) for g in gradients] + [length]
        case("clipToNorm", f"to {limit}", by_norm, normal(3, 2), normal(17), normal(), value=SUM,
             gradient=None, limit=limit)
    schedules()


def schedules():
    def factors(make, count=12):
        parameter = torch.zeros(1, requires_grad=True)
        optimizer = torch.optim.SGD([parameter], 1.0)
        schedule = make(optimizer)
        result = []
        for _ in range(count):
            result.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
            schedule.step()
        return torch.tensor(result)

    at = torch.optim.lr_scheduler
    tensor = lambda name, label, make, count=12, **s: case(
        name, label, lambda: factors(make, count), gradient=None, value=SLOPE, **s)
    tensor("constantSchedule", "1", lambda o: at.LambdaLR(o, lambda t: 1))
    for every, factor in [(1, 0.5), (3, 0.1), (20, 0.9)]:
        tensor("stepSchedule", f"every {every}", lambda o: at.StepLR(o, every, factor),
               every=every, factor=factor)
    for factor in [0.9, 1.0, 1.5]:
        tensor("exponentialSchedule", f"times {factor}", lambda o: at.ExponentialLR(o, factor),
               factor=factor)
    for final in [0.0, 0.25]:
        # PyTorch would turn and climb again after the last step: ours stays.
        tensor("cosineSchedule", f"to {final}", lambda o: at.CosineAnnealingLR(o, 11, final),
               steps=11, final=final)
    tensor("warmedUpSchedule", "over 5", lambda o: at.SequentialLR(
        o, [at.LinearLR(o, 1 / 5, 1, 4), at.ExponentialLR(o, 0.9)], [5]), 10, over=5, factor=0.9)


samples = {size: normal(size, scale=2.0) for size in SIZES + [1500]}
for group in [elementwise, broadcasting, reductions, moving, making, products, softmaxes, filters,
              losses, layers, attention, recurrent, optimizers]:
    group()
KEYS = ["relative", "absolute", "countsLargest", "countsSign"]
rules = {name: dict(zip(KEYS, rule)) for name, rule in RULES.items()}
json.dump({"torch": torch.__version__, "rules": rules, "tensors": pool, "cases": cases}, sys.stdout,
          separators=(",", ":"), allow_nan=False)
print()
