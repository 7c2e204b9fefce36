"""Computes golden.json: what PyTorch makes of small inputs, forward, backward, and in five steps
of every optimizer. Run once, with PyTorch 2.x:

    python3 make_golden.py > golden.json

Each operation gets inputs x (and more), and a weight for every number of its result. "gradients"
are those of sum(result * weight). All numbers are rounded to what a 32-bit float holds.
"""

import json
import sys

import torch
import torch.nn.functional as F

torch.manual_seed(20)


def tensor(t):
    return {"shape": list(t.shape), "scalars": [float(x) for x in t.detach().flatten()]}


def operation(name, function, *inputs):
    inputs = [i.clone().requires_grad_() for i in inputs]
    result = function(*inputs)
    weight = torch.randn(result.shape)
    (result * weight).sum().backward()
    return {
        "name": name,
        "inputs": [tensor(i) for i in inputs],
        "weight": tensor(weight),
        "result": tensor(result),
        "gradients": [tensor(i.grad) for i in inputs],
    }


def operations():
    x = torch.randn(3, 5) * 2
    positive = x.abs() + 0.1
    unary = {
        "exp": torch.exp, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": F.relu,
        "leakyReLU": lambda x: F.leaky_relu(x, 0.01), "elu": F.elu, "silu": F.silu,
        "gelu": lambda x: F.gelu(x, approximate="tanh"), "softplus": F.softplus,
        "softmax": lambda x: F.softmax(x, -1), "logSoftmax": lambda x: F.log_softmax(x, -1),
        "logSumExp": lambda x: torch.logsumexp(x, -1), "squared": lambda x: x * x,
        "abs": torch.abs, "mean": lambda x: x.mean(0), "sum": lambda x: x.sum(1),
        "variance": lambda x: x.var(0, unbiased=False), "max": lambda x: x.max(1).values,
        "transposed": lambda x: x.T, "rows": lambda x: x[[2, 0, 2]],
        "columns": lambda x: x[:, 1:4], "clamped": lambda x: x.clamp(-1, 1),
    }
    for name, function in unary.items():
        yield operation(name, function, x)
    yield operation("log", torch.log, positive)
    yield operation("squareRoot", torch.sqrt, positive)
    yield operation("power", lambda x: x ** 1.5, positive)
    row, column = torch.randn(5), torch.randn(3, 1)
    yield operation("add", torch.add, x, row)
    yield operation("subtract", torch.sub, x, column)
    yield operation("multiply", torch.mul, x, column)
    yield operation("divide", torch.div, column, positive)
    yield operation("matmul", torch.matmul, torch.randn(7, 9), torch.randn(9, 4))
    yield operation("batchMatmul", torch.matmul, torch.randn(2, 3, 4), torch.randn(2, 4, 5))
    yield operation("linear", lambda x, w, b: x @ w + b, x, torch.randn(5, 6), torch.randn(6))
    yield operation("concatenate", lambda a, b: torch.cat([a, b], 1), x, column)
    image, filters = torch.randn(2, 3, 7, 6), torch.randn(4, 3, 3, 3)
    yield operation(
        "convolution 2D", lambda x, w, b: F.conv2d(x, w, b, stride=2, padding=1),
        image, filters, torch.randn(4))
    yield operation(
        "convolution 1D", lambda x, w, b: F.conv1d(x, w, b, padding=2),
        torch.randn(3, 2, 9), torch.randn(5, 2, 4), torch.randn(5))
    yield operation("maxPool", lambda x: F.max_pool2d(x, 3, stride=2), image)
    yield operation(
        "batchNorm", lambda x, w, b: F.batch_norm(x, None, None, w, b, training=True),
        image, torch.randn(3), torch.randn(3))
    logits, targets = torch.randn(4, 3) * 3, torch.rand(4, 3)
    labels = torch.tensor([2, 0, 1, 1])
    yield operation("meanSquaredError", lambda x: F.mse_loss(x, targets), logits) | {
        "targets": tensor(targets)}
    yield operation("meanAbsoluteError", lambda x: F.l1_loss(x, targets), logits) | {
        "targets": tensor(targets)}
    yield operation(
        "binaryCrossEntropy", lambda x: F.binary_cross_entropy_with_logits(x, targets), logits
    ) | {"targets": tensor(targets)}
    yield operation("softmaxCrossEntropy", lambda x: F.cross_entropy(x, labels), logits) | {
        "targets": tensor(labels.float())}
    yield operation(
        "layerNorm", lambda x, w, b: F.layer_norm(x, [5], w, b), torch.randn(2, 3, 5),
        torch.randn(5), torch.randn(5))
    yield operation("rmsNorm", lambda x: F.rms_norm(x, [5], eps=1e-5), torch.randn(3, 5))
    yield operation(
        "attention", F.scaled_dot_product_attention, torch.randn(2, 3, 4, 5),
        torch.randn(2, 3, 6, 5), torch.randn(2, 3, 6, 7))
    yield operation(
        "causalAttention", lambda q, k, v: F.scaled_dot_product_attention(q, k, v, is_causal=True),
        torch.randn(2, 4, 3), torch.randn(2, 4, 3), torch.randn(2, 4, 3))
    yield operation("multiHeadAttention", multi_head, torch.randn(2, 5, 6), *torch.randn(4, 6, 6))


def multi_head(x, query, key, value, output):
    """Three causal heads; PyTorch wants the time first and its weights transposed."""
    sequence = x.transpose(0, 1)
    mask = torch.ones(5, 5).triu(1).bool()
    result, _ = F.multi_head_attention_forward(
        sequence, sequence, sequence, 6, 3, None, None, None, None, False, 0, output.T, None,
        training=False, need_weights=False, attn_mask=mask, use_separate_proj_weight=True,
        q_proj_weight=query.T, k_proj_weight=key.T, v_proj_weight=value.T)
    return result.transpose(0, 1)


def optimizers():
    """Five steps on a small regression; the same start and data for all."""
    inputs, targets = torch.randn(6, 3), torch.randn(6, 2)
    weight, bias = torch.randn(3, 2), torch.randn(2)
    rules = {
        "SGD": lambda p: torch.optim.SGD(p, 0.1),
        "decayed SGD": lambda p: torch.optim.SGD(p, 0.1, weight_decay=0.05),
        "momentum": lambda p: torch.optim.SGD(p, 0.1, momentum=0.9),
        "Nesterov": lambda p: torch.optim.SGD(p, 0.1, momentum=0.9, nesterov=True),
        "Adagrad": lambda p: torch.optim.Adagrad(p, 0.1),
        "Adadelta": lambda p: torch.optim.Adadelta(p, 1.0, rho=0.9, eps=1e-6),
        "RMSProp": lambda p: torch.optim.RMSprop(p, 0.05, alpha=0.9, eps=1e-8),
        "Adam": lambda p: torch.optim.Adam(p, 0.1),
        "AMSGrad": lambda p: torch.optim.Adam(p, 0.1, amsgrad=True),
        "AdamW": lambda p: torch.optim.AdamW(p, 0.1, weight_decay=0.1),
    }
    runs = []
    for name, make in rules.items():
        w, b = weight.clone().requires_grad_(), bias.clone().requires_grad_()
        optimizer = make([w, b])
        steps = []
        for _ in range(5):
            optimizer.zero_grad()
            F.mse_loss(torch.tanh(inputs @ w + b), targets).backward()
            optimizer.step()
            steps.append([tensor(w), tensor(b)])
        runs.append({"name": name, "steps": steps})
    return {
        "inputs": tensor(inputs), "targets": tensor(targets),
        "weight": tensor(weight), "bias": tensor(bias), "runs": runs,
    }


json.dump(
    {"torch": torch.__version__, "operations": list(operations()), "optimizers": optimizers()},
    sys.stdout, indent=None, separators=(",", ":"))
print()
