"""Runs every workload of `swift run Benchmarks` here and in PyTorch, in turns, and prints the ratios.

    python3 Sources/Benchmarks/compare_pytorch.py [--threads 1 2] [--rounds 3] [name ...]
    python3 Sources/Benchmarks/compare_pytorch.py --write docs/benchmarks.md

Needs PyTorch and a finished `swift build --product Benchmarks`. Both sides start from the numbers in
numbers.txt, do the same work, and must agree on the loss after 100 steps within 1e-3. A round
measures each workload on one side, then on the other, so that both meet the same machine; the
table shows medians over the rounds. The exit status is 1 when a loss differs or a target is missed.
"""

import argparse
import datetime
import json
import math
import pathlib
import platform
import statistics
import subprocess
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

here = pathlib.Path(__file__).resolve().parent
NUMBERS = torch.tensor([float(line) for line in (here / "numbers.txt").read_text().split()])

# PyTorch's time divided by ours must be at least this.
TARGETS = {
    "xor": 30, "mlp": 2, "lenet": 2, "lstm": 1.2, "autoencoder": 1.2, "gan": 1.2, "diffusion": 2,
    "matmul128": 0.95, "matmul256": 0.95, "matmul512": 0.95, "matmul1024": 0.95,
    "tanh1M": 1, "exp1M": 1, "softmax1k": 1, "add1M": 0.8, "sum1M": 0.8, "conv3x3": 0.7,
}
TRAINING = ["xor", "mlp", "lenet", "lstm", "autoencoder", "gan", "diffusion"]
SAME_LOSS = 1e-3


class Start:
    """The same starting numbers as StartingNumbers.swift hands out."""

    def __init__(self):
        self.position = 0

    def tensor(self, *shape):
        count = math.prod(shape)
        index = (self.position + torch.arange(count)) % len(NUMBERS)
        self.position = (self.position + count) % len(NUMBERS)
        return NUMBERS[index].reshape(shape)

    def labels(self, count, classes):
        return torch.floor(self.tensor(count).abs() * 10_000 + 0.5).long() % classes

    def linear(self, layer):
        weight = self.tensor(layer.in_features, layer.out_features)
        layer.weight.data = (weight / math.sqrt(layer.in_features)).T.contiguous()
        layer.bias.data.zero_()

    def fill(self, model):
        for layer in model.modules():
            if isinstance(layer, nn.Linear):
                self.linear(layer)
            elif isinstance(layer, nn.Conv2d):
                shape = layer.weight.shape
                layer.weight.data = self.tensor(*shape) / math.sqrt(math.prod(shape[1:]))
                layer.bias.data.zero_()


def step(optimizer, loss):
    def one():
        optimizer.zero_grad()
        value = loss()
        value.backward()
        optimizer.step()
        return value
    return one


def perceptron(sizes, activation):
    layers = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        layers += ([activation()] if layers else []) + [nn.Linear(inputs, outputs)]
    return nn.Sequential(*layers)


def xor():
    model = nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 1), nn.Sigmoid())
    Start().fill(model)
    x = torch.tensor([[0.0, 0], [0, 1], [1, 0], [1, 1]])
    y = torch.tensor([[0.0], [1], [1], [0]])
    return step(torch.optim.SGD(model.parameters(), 0.5), lambda: F.mse_loss(model(x), y))


def mlp():
    model, start = perceptron([784, 128, 10], nn.ReLU), Start()
    start.fill(model)
    x, y = start.tensor(64, 784), start.labels(64, 10)
    return step(torch.optim.Adam(model.parameters()), lambda: F.cross_entropy(model(x), y))


def lenet():
    model, start = nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(),
        nn.MaxPool2d(2), nn.Flatten(), perceptron([400, 120, 84, 10], nn.ReLU)), Start()
    start.fill(model)
    x, y = start.tensor(64, 1, 28, 28), start.labels(64, 10)
    return step(torch.optim.Adam(model.parameters()), lambda: F.cross_entropy(model(x), y))


def lstm():
    embedding, cell, head = nn.Embedding(64, 32), nn.LSTM(32, 128, batch_first=True), nn.Linear(128, 64)
    start = Start()

    def blocks(rows):  # ours: [rows, 4 hidden] in the order i, f, o, g; theirs: [4 hidden, rows], i, f, g, o
        i, f, o, g = (start.tensor(rows, 512) / math.sqrt(rows)).split(128, dim=1)
        return torch.cat([i, f, g, o], dim=1).T.contiguous()

    cell.weight_ih_l0.data, cell.weight_hh_l0.data = blocks(32), blocks(128)
    cell.bias_ih_l0.data.zero_()
    cell.bias_hh_l0.data.zero_()
    cell.bias_hh_l0.requires_grad_(False)  # one bias, as in the equations
    start.linear(head)
    embedding.weight.data = start.tensor(64, 32)  # a lookup reads one row: variance 1
    symbols = torch.stack([start.labels(65, 64) for _ in range(32)])
    x, y = symbols[:, :-1].contiguous(), symbols[:, 1:].reshape(-1)
    parameters = [p for m in (embedding, cell, head) for p in m.parameters() if p.requires_grad]
    return step(
        torch.optim.Adam(parameters),
        lambda: F.cross_entropy(head(cell(embedding(x))[0]).reshape(-1, 64), y))


def autoencoder():
    model, start = nn.Sequential(perceptron([784, 128, 32, 128, 784], nn.ReLU), nn.Sigmoid()), Start()
    start.fill(model)
    x = torch.sigmoid(start.tensor(64, 784))
    return step(torch.optim.Adam(model.parameters()), lambda: F.mse_loss(model(x), x))


def gan():
    generator, discriminator = (perceptron([2, 128, 128, n], nn.ReLU) for n in (2, 1))
    start = Start()
    start.fill(generator)
    start.fill(discriminator)
    real, noise = start.tensor(256, 2) * 0.5 + 1, start.tensor(256, 2)
    yes, no = torch.ones(256, 1), torch.zeros(256, 1)
    judge = F.binary_cross_entropy_with_logits
    teach_discriminator = step(
        torch.optim.Adam(discriminator.parameters()),
        lambda: judge(discriminator(real), yes) + judge(discriminator(generator(noise).detach()), no))
    teach_generator = step(
        torch.optim.Adam(generator.parameters()), lambda: judge(discriminator(generator(noise)), yes))

    def one():
        loss = teach_discriminator()
        teach_generator()
        return loss
    return one


def diffusion():
    model, start = perceptron([17, 64, 64, 1], nn.SiLU), Start()
    start.fill(model)
    x, y = start.tensor(256, 17), start.tensor(256, 1)
    return step(torch.optim.Adam(model.parameters()), lambda: F.mse_loss(model(x), y))


def kernel(function, *shapes):
    def prepare():
        inputs = [torch.randn(shape) for shape in shapes]
        return lambda: function(*inputs)
    return prepare


WORKLOADS = {
    "xor": xor, "mlp": mlp, "lenet": lenet, "lstm": lstm, "autoencoder": autoencoder, "gan": gan,
    "diffusion": diffusion,
} | {
    f"matmul{n}": kernel(torch.matmul, (n, n), (n, n)) for n in (32, 64, 128, 256, 512, 1024)
} | {
    "tanh1M": kernel(torch.tanh, 1 << 20), "exp1M": kernel(torch.exp, 1 << 20),
    "add1M": kernel(torch.add, 1 << 20, 1 << 20), "sum1M": kernel(torch.sum, 1 << 20),
    "softmax1k": kernel(lambda x: torch.softmax(x, 1), (1024, 1024)),
    "conv3x3": kernel(
        lambda x, w: F.conv2d(x, w, padding=1), (64, 16, 28, 28), (32, 16, 3, 3)),
}


def microseconds(name):
    """The median of seven blocks after a warm-up, as Measurement.swift takes it."""
    work = WORKLOADS[name]()

    def run():
        if name in TRAINING:
            work()
        else:
            with torch.no_grad():
                work()
    steps, start = 0, time.perf_counter()
    while time.perf_counter() - start < 0.2 or steps < 3:
        run()
        steps += 1
    per_block = max(1, int(0.05 * steps / (time.perf_counter() - start)))
    blocks = []
    for _ in range(7):
        start = time.perf_counter()
        for _ in range(per_block):
            run()
        blocks.append((time.perf_counter() - start) / per_block)
    return statistics.median(blocks) * 1e6


def loss_after_100(name):
    work = WORKLOADS[name]()
    for _ in range(100):
        work()
    return float(work().detach())


def ours(program, *arguments):
    output = subprocess.run(
        [program, *arguments], check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in output.splitlines()]


def compare_losses(program, names):
    """Same start, same work: the losses after 100 steps must agree."""
    print(f"{'loss after 100 steps':24}{'ours':>12}{'PyTorch':>12}")
    agree = True
    for name in [n for n in TRAINING if n in names]:
        own, theirs = ours(program, "--losses", name)[0]["loss_after_100"], loss_after_100(name)
        good = abs(own - theirs) <= SAME_LOSS
        agree &= good
        print(f"{name:24}{own:12.6f}{theirs:12.6f}{'' if good else '   DIFFERENT'}")
    return agree


def compare_times(program, names, threads, rounds):
    torch.set_num_threads(threads)
    rows, met = [], True
    for name in names:
        own, theirs, ratios = [], [], []
        for _ in range(rounds):
            measured = ours(program, "--json", "--threads", str(threads), name)[0]
            own.append(measured["us_per_step"])
            theirs.append(microseconds(name))
            ratios.append(theirs[-1] / own[-1])
        rows.append((name, statistics.median(own), statistics.median(theirs),
                     statistics.median(ratios), measured["peakMegabytes"]))
        target = TARGETS.get(name)
        good = target is None or rows[-1][3] >= target
        met &= good
        print(f"{name:14}{rows[-1][1]:12.1f}{rows[-1][2]:12.1f}{rows[-1][3]:9.2f}"
              f"{'' if target is None else f'   target {target:5}'}{'' if good else '   MISSED'}",
              flush=True)
    trained = [row[3] for row in rows if row[0] in TRAINING]
    if len(trained) == len(TRAINING):
        mean = statistics.geometric_mean(trained)
        met &= mean >= 3
        print(f"geometric mean of the seven training workloads: {mean:.2f} (target 3)")
    return rows, met


def processor():
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(": ")[1] for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def write(path, tables):
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    swift = next((w for w in swift.split() if w[:1].isdigit()), "unknown")
    text = [
        "# Benchmarks", "",
        "Ours against PyTorch on the same work, the same machine, in turns, from the same starting",
        "weights; `Sources/Benchmarks/compare_pytorch.py` made this table. Times are medians, in",
        "microseconds a step; the ratio is PyTorch's time divided by ours. What makes the difference is",
        "told in [how it runs fast](en/how-it-runs-fast.md).", "",
        f"Machine: {processor()}, {platform.system()} {platform.machine()}. Swift {swift}, default debug",
        f"build. PyTorch {torch.__version__}, eager. Date: {datetime.date.today()}.", ""]
    for threads, rows in tables.items():
        text += [f"## {threads} thread{'s' if threads > 1 else ''}", "",
                 "| workload | ours | PyTorch | ratio | target | peak MB, ours |",
                 "|---|---:|---:|---:|---:|---:|"]
        for name, own, theirs, ratio, memory in rows:
            text.append(f"| {name} | {own:,.1f} | {theirs:,.1f} | {ratio:.2f} | "
                        f"{TARGETS.get(name, '')} | {memory:.0f} |")
        trained = [row[3] for row in rows if row[0] in TRAINING]
        if trained:
            text += ["", f"Geometric mean of the training workloads: {statistics.geometric_mean(trained):.2f}."]
        text.append("")
    pathlib.Path(path).write_text("\n".join(text))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help="workloads; all unless given")
    parser.add_argument("--threads", nargs="+", type=int, default=[1, 2])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--program", default=".build/debug/Benchmarks")
    parser.add_argument("--write", metavar="FILE", help="write the table as Markdown")
    options = parser.parse_args()
    names = options.names or list(WORKLOADS)
    for name in names:
        if name not in WORKLOADS:
            parser.error(f"unknown workload {name}")
    good = compare_losses(options.program, names)
    tables = {}
    for threads in options.threads:
        print(f"\n{f'{threads} thread(s)':14}{'ours us':>12}{'PyTorch us':>12}{'ratio':>9}")
        tables[threads], met = compare_times(options.program, names, threads, options.rounds)
        good &= met
    if options.write:
        write(options.write, tables)
    sys.exit(0 if good else 1)


main()
