"""Runs every workload of `swift run Benchmarks` here and in other frameworks, in turns; prints the ratios.

    python3 Sources/Benchmarks/compare_pytorch.py [--threads 1 2] [--rounds 3] [name ...]
    python3 Sources/Benchmarks/compare_pytorch.py --write docs/benchmarks.md

Peers are those that are installed: PyTorch as it is (eager; needed) and compiled (torch.compile needs a
C++ compiler), and JAX with the whole step in one jit. All need a finished `swift build --product
Benchmarks`. All start from the numbers in numbers.txt, do the same work, and must agree on the loss after
100 steps within 1e-3. Each peer is a process of its own for each number of threads, and holds no more
cores. A round measures each workload on every side, one after another, so that all meet the same
machine; the table shows medians over the rounds. The exit status is 1 when a loss differs or a gate is
missed. Long because it is one comparison: the same workloads, once more, in PyTorch.
"""

import argparse
import datetime
import importlib.util
import json
import math
import os
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

# The gates: the time of the best peer divided by ours must be at least this.
TRAINING = ["xor", "mlp", "lenet", "lstm", "autoencoder", "gan", "diffusion"]
TARGETS = dict.fromkeys(TRAINING, 1.15) | {
    "matmul128": 1, "matmul256": 0.95, "matmul512": 0.95, "matmul1024": 0.95,
    "tanh1M": 1, "exp1M": 1, "softmax1k": 1, "add1M": 0.9, "sum1M": 0.95, "conv3x3": 1.1,
}
MEAN_TARGET = 2.2  # of the seven training steps, on two threads and more
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


def prepare(peer, name):
    """A function that makes one step in a peer."""
    if peer == "JAX":
        import peer_jax
        return peer_jax.prepare(name, Start())
    step = WORKLOADS[name]()
    if peer == "torch.compile":
        return torch.compile(step)
    if name in TRAINING:
        return step

    def run():
        with torch.no_grad():
            return step()
    return run


def finish(value):
    """JAX returns before it has computed."""
    if hasattr(value, "block_until_ready"):
        value.block_until_ready()


def microseconds(run):
    """The median of seven blocks after a warm-up, as Measurement.swift takes it."""
    steps, start = 0, time.perf_counter()
    while time.perf_counter() - start < 0.2 or steps < 3:
        finish(run())
        steps += 1
    per_block = max(1, int(0.05 * steps / (time.perf_counter() - start)))
    blocks = []
    for _ in range(7):
        start = time.perf_counter()
        for _ in range(per_block):
            value = run()
        finish(value)
        blocks.append((time.perf_counter() - start) / per_block)
    return statistics.median(blocks) * 1e6


def loss_after_100(run):
    for _ in range(100):
        run()
    value = run()
    return float(value.detach() if isinstance(value, torch.Tensor) else value)


def answer(peer, threads):
    """What a worker does: a word and a workload in, a number out."""
    torch.set_num_threads(threads)
    ready = {}
    for line in sys.stdin:
        word, name = line.split()
        try:
            if word == "loss":
                print(loss_after_100(prepare(peer, name)), flush=True)
            elif word == "prepare":
                ready[name] = prepare(peer, name)
                for _ in range(3):
                    finish(ready[name]())
                print(0.0, flush=True)
            else:
                print(microseconds(ready[name]), flush=True)
        except Exception as problem:  # a peer that cannot do a workload is left out of its row
            print(f"{peer}, {name}: {problem}"[:300], file=sys.stderr)
            print("nan", flush=True)


class Peer:
    """A framework in a process of its own, with as many cores as threads."""

    def __init__(self, name, threads):
        self.name = name
        self.process = subprocess.Popen(
            [sys.executable, __file__, "--worker", name, "--threads", str(threads)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, word, name):
        self.process.stdin.write(f"{word} {name}\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())


def installed():
    found = ["PyTorch", "torch.compile"]
    return found + (["JAX"] if all(map(importlib.util.find_spec, ("jax", "optax"))) else [])


def ours(program, *arguments):
    output = subprocess.run(
        [program, *arguments], check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in output.splitlines()]


def taking_part(peers, name):
    """A compiler has nothing to join in a single operation: kernels are PyTorch's own."""
    return peers if name in TRAINING else peers[:1]


def compare_losses(program, names, peers):
    """Same start, same work: the losses after 100 steps must agree."""
    print(f"{'loss after 100 steps':24}{'ours':>12}" + "".join(f"{p.name:>15}" for p in peers))
    agree = True
    for name in [n for n in TRAINING if n in names]:
        own = ours(program, "--losses", name)[0]["loss_after_100"]
        theirs = [peer.ask("loss", name) for peer in peers]
        # Not a number: that peer cannot do it. PyTorch always can.
        good = all(abs(own - loss) <= SAME_LOSS or math.isnan(loss) and index > 0
                   for index, loss in enumerate(theirs))
        agree &= good
        print(f"{name:24}{own:12.6f}" + "".join(f"{loss:15.6f}" for loss in theirs)
              + ("" if good else "   DIFFERENT"), flush=True)
    return agree


def compare_times(program, names, threads, rounds, peers, before):
    for name in names:
        for peer in taking_part(peers, name):
            peer.ask("prepare", name)
    own = {name: [] for name in names}
    theirs = {name: {p.name: [] for p in taking_part(peers, name)} for name in names}
    if before:
        subprocess.run(before, shell=True, check=True)
    for _ in range(rounds):
        for name in names:
            measured = ours(program, "--json", "--threads", str(threads), name)[0]
            own[name].append(measured)
            for peer in taking_part(peers, name):
                theirs[name][peer.name].append(peer.ask("measure", name))
    print(f"\n{f'{threads} thread(s)':14}{'limit us':>12}{'ours us':>12}"
          + "".join(f"{p.name:>15}" for p in peers) + f"{'best / ours':>13}")
    rows, met = [], True
    for name in names:
        times = {peer: statistics.median(all) for peer, all in theirs[name].items()}
        # Ratios within a round, as a round meets one machine; then their median.
        ratios = [
            min(b for b in (times[i] for times in theirs[name].values()) if not math.isnan(b))
            / own[name][i]["us_per_step"] for i in range(rounds)]
        row = {
            "name": name, "ours": statistics.median(m["us_per_step"] for m in own[name]),
            "limit": statistics.median(m["limit_us"] for m in own[name]), "peers": times,
            "ratio": statistics.median(ratios), "memory": own[name][-1]["peakMegabytes"]}
        rows.append(row)
        target = TARGETS.get(name)
        good = target is None or row["ratio"] >= target
        met &= good
        print(f"{name:14}{row['limit']:12.1f}{row['ours']:12.1f}"
              + "".join(f"{times.get(p.name, math.nan):15.1f}" for p in peers)
              + f"{row['ratio']:13.2f}" + ("" if target is None else f"   gate {target}")
              + ("" if good else "   MISSED"), flush=True)
    trained = [row["ratio"] for row in rows if row["name"] in TRAINING]
    if len(trained) == len(TRAINING):
        mean = statistics.geometric_mean(trained)
        good = threads == 1 or mean >= MEAN_TARGET
        met &= good
        print(f"geometric mean of the seven training steps, against the best peer of each: {mean:.2f}"
              + ("" if threads == 1 else f" (gate {MEAN_TARGET})") + ("" if good else "   MISSED"))
    return rows, met


def processor():
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
        name = next(line.split(": ")[1] for line in lines if line.startswith("model name"))
        wide = any(line.startswith("flags") and " avx512f" in line for line in lines)
        return f"{name} ({'AVX-512' if wide else 'no AVX-512'})"
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def versions(peers):
    compiled = ", and with torch.compile" if "torch.compile" in peers else ""
    words = [f"PyTorch {torch.__version__} (eager{compiled})"]
    if "JAX" in peers:
        import jax
        words.append(f"JAX {jax.__version__} (the whole step in one jit)")
    return " and ".join(words)


def write(path, tables, peers):
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    swift = next((w for w in swift.split() if w[:1].isdigit()), "unknown")
    text = [
        "# Benchmarks", "",
        "Ours against other frameworks on the same work, the same machine, in turns, from the same starting",
        "weights; `Sources/Benchmarks/compare_pytorch.py` made these tables. Times are in microseconds a",
        "step, medians over the rounds. The limit is what the products of a step would take if every",
        "core did nothing but multiply and add, at the speed that one core was measured to have. The ratio is",
        "the time of the best peer divided by ours, the median of the ratios within a round; the gate is what",
        "it has to reach. What makes the difference is told in [how it runs fast](en/how-it-runs-fast.md).", "",
        f"Machine: {processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}.",
        f"Swift {swift}, default debug build. {versions(peers)}. Date: {datetime.date.today()}.", ""]
    for threads, rows in tables.items():
        text += [f"## {threads} thread{'s' if threads > 1 else ''}", "",
                 f"| workload | limit | ours | {' | '.join(peers)} | best / ours | gate | peak MB, ours |",
                 "|---|---:|---:|" + "---:|" * len(peers) + "---:|---:|---:|"]
        for row in rows:
            times = [row["peers"].get(peer, math.nan) for peer in peers]
            shown = " | ".join("" if math.isnan(t) else f"{t:,.1f}" for t in times)
            limit = f"{row['limit']:,.1f}" if row["limit"] > 0 else ""
            text.append(f"| {row['name']} | {limit} | {row['ours']:,.1f} | {shown} | "
                        f"{row['ratio']:.2f} | {TARGETS.get(row['name'], '')} | {row['memory']:.0f} |")
        trained = [row["ratio"] for row in rows if row["name"] in TRAINING]
        if trained:
            text += ["", "Geometric mean of the training steps, against the best peer of each: "
                     f"{statistics.geometric_mean(trained):.2f}."]
        text.append("")
    pathlib.Path(path).write_text("\n".join(text))


def join(path, tables):
    """The rows measured now, and those of other workloads measured before: for machines lent by the minute."""
    file = pathlib.Path(path)
    kept = json.loads(file.read_text()) if file.exists() else {}
    for threads, rows in tables.items():
        by_name = {row["name"]: row for row in kept.get(str(threads), []) + rows}
        kept[str(threads)] = [by_name[name] for name in WORKLOADS if name in by_name]
    file.write_text(json.dumps(kept))
    return {int(threads): rows for threads, rows in sorted(kept.items())}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help="workloads; all unless given")
    parser.add_argument("--threads", nargs="+", type=int, default=[1, 2])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--program", default=".build/debug/Benchmarks")
    parser.add_argument("--peers", nargs="+", help="only these of the installed ones")
    parser.add_argument("--before", help="a command to run before the measurements, say to quieten the machine")
    parser.add_argument("--write", metavar="FILE", help="write the tables as Markdown")
    parser.add_argument("--skip-losses", action="store_true", help="when they were compared before")
    parser.add_argument("--keep", metavar="FILE", help="keep the rows as JSON; join those kept before")
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        return answer(options.worker, options.threads[0])
    names = options.names or list(WORKLOADS)
    for name in names:
        if name not in WORKLOADS:
            parser.error(f"unknown workload {name}")
    found = [p for p in installed() if p in (options.peers or installed())]
    good, tables = True, {}
    for threads in options.threads:
        peers = [Peer(name, threads) for name in found]
        if not tables and not options.skip_losses:
            good &= compare_losses(options.program, names, peers)
        tables[threads], met = compare_times(
            options.program, names, threads, options.rounds, peers, options.before)
        good &= met
        for peer in peers:
            peer.process.stdin.close()
            peer.process.wait()
    if options.keep:
        tables = join(options.keep, tables)
    if options.write:
        write(options.write, tables, found)
    sys.exit(0 if good else 1)


# A worker holds its cores before a framework is loaded: JAX makes as many threads as it sees cores.
if "--worker" in sys.argv and hasattr(os, "sched_setaffinity"):
    cores = int(sys.argv[sys.argv.index("--threads") + 1])
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
if __name__ == "__main__":
    main()
