"""Computes recurrent.json: what PyTorch's RNN, GRU and LSTM make of a small batch, forward and
backward. Run once, with PyTorch 2.x:

    python3 make_recurrent.py > recurrent.json

Weights are written as MiniTensor stores them: [in, blocks * hidden], the LSTM's blocks in the
order input, forget, output, candidate. The gradients are those of
sum(outputs * weight) + sum(last state * stateWeight) (+ the same for the last cell).
"""

import json
import sys

import torch

torch.manual_seed(12)
BATCH, TIME, INPUT, HIDDEN = 3, 5, 4, 7


def tensor(t):
    return {"shape": list(t.shape), "scalars": [float(x) for x in t.detach().flatten()]}


def blocks(t, kind):
    """PyTorch's rows are (i, f, g, o); ours are columns (i, f, o, g)."""
    if kind == "LSTM":
        i, f, g, o = t.chunk(4, 0)
        t = torch.cat([i, f, o, g], 0)
    return t.T if t.dim() == 2 else t


def layer(kind, **options):
    module = getattr(torch.nn, kind)(INPUT, HIDDEN, batch_first=True, **options)
    x = torch.randn(BATCH, TIME, INPUT, requires_grad=True)
    states = [torch.randn(1, BATCH, HIDDEN, requires_grad=True)
              for _ in range(2 if kind == "LSTM" else 1)]
    outputs, last = module(x, tuple(states) if kind == "LSTM" else states[0])
    last = list(last) if kind == "LSTM" else [last]
    weights = [torch.randn_like(t) for t in [outputs] + last]
    sum((t * w).sum() for t, w in zip([outputs] + last, weights)).backward()
    parameters = [module.weight_ih_l0, module.weight_hh_l0, module.bias_ih_l0, module.bias_hh_l0]
    return {
        "name": kind + options.get("nonlinearity", ""),
        "input": tensor(x), "states": [tensor(s[0]) for s in states],
        "parameters": [tensor(blocks(p, kind)) for p in parameters],
        "weights": [tensor(w[0] if w.shape[0] == 1 else w) for w in weights],
        "outputs": tensor(outputs), "last": [tensor(t[0]) for t in last],
        "inputGradient": tensor(x.grad), "stateGradients": [tensor(s.grad[0]) for s in states],
        "gradients": [tensor(blocks(p.grad, kind)) for p in parameters],
    }


json.dump(
    [layer("RNN", nonlinearity="tanh"), layer("RNN", nonlinearity="relu"), layer("GRU"),
     layer("LSTM")],
    sys.stdout, indent=None, separators=(",", ":"))
print()
