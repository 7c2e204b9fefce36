"""The training workloads in JAX, each whole step compiled by jit; compare_pytorch.py measures them.

Every workload returns (parameters, transform, loss): what is moved, by which rule of optax, and what is
made small. Weights lie as ours do: [in, out], filters [out, in, kernel, kernel].
"""

import functools
import math

import jax
import jax.numpy as jnp
import optax
from jax import lax


def linear(start, inputs, outputs):
    return [start.tensor(inputs, outputs) / math.sqrt(inputs), jnp.zeros(outputs)]


def perceptron(start, sizes):
    return [linear(start, *pair) for pair in zip(sizes, sizes[1:])]


def apply(layers, x, activation):
    for index, (weight, bias) in enumerate(layers):
        x = (activation(x) if index else x) @ weight + bias
    return x


def cross_entropy(logits, labels):
    return optax.softmax_cross_entropy_with_integer_labels(logits, labels).mean()


def xor(start):
    x = jnp.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
    y = jnp.array([[0.0], [1], [1], [0]])
    return (perceptron(start, [2, 4, 1]), optax.sgd(0.5),
            lambda p: jnp.mean((jax.nn.sigmoid(apply(p, x, jnp.tanh)) - y) ** 2))


def mlp(start):
    p = perceptron(start, [784, 128, 10])
    x, y = start.tensor(64, 784), start.labels(64, 10)
    return p, optax.adam(1e-3), lambda p: cross_entropy(apply(p, x, jax.nn.relu), y)


def lenet(start):
    def filters(outputs, inputs):
        return [start.tensor(outputs, inputs, 5, 5) / math.sqrt(inputs * 25), jnp.zeros(outputs)]

    p = [filters(6, 1), filters(16, 6), perceptron(start, [400, 120, 84, 10])]
    x, y = start.tensor(64, 1, 28, 28), start.labels(64, 10)

    def layer(x, parameters, padding):
        weight, bias = parameters
        x = lax.conv_general_dilated(x, weight, (1, 1), [(padding, padding)] * 2)
        x = jax.nn.relu(x + bias[:, None, None])
        return lax.reduce_window(x, -jnp.inf, lax.max, (1, 1, 2, 2), (1, 1, 2, 2), "VALID")

    def loss(p):
        features = layer(layer(x, p[0], 2), p[1], 0).reshape(64, 400)
        return cross_entropy(apply(p[2], features, jax.nn.relu), y)
    return p, optax.adam(1e-3), loss


def lstm(start):
    w, u = start.tensor(32, 512) / math.sqrt(32), start.tensor(128, 512) / math.sqrt(128)
    head, embedding = linear(start, 128, 64), start.tensor(64, 32)
    symbols = jnp.stack([start.labels(65, 64) for _ in range(32)])
    x, y = symbols[:, :-1], symbols[:, 1:]

    def loss(p):
        embedding, w, u, bias, (head, shift) = p
        inputs = jnp.swapaxes(embedding[x], 0, 1) @ w + bias  # [time, batch, 512]: i, f, o, g

        def one(state, gates):
            h, c = state
            i, f, o, g = jnp.split(gates + h @ u, 4, axis=1)
            c = jax.nn.sigmoid(f) * c + jax.nn.sigmoid(i) * jnp.tanh(g)
            h = jax.nn.sigmoid(o) * jnp.tanh(c)
            return (h, c), h
        zeros = jnp.zeros((32, 128))
        outputs = jnp.swapaxes(lax.scan(one, (zeros, zeros), inputs)[1], 0, 1)
        return cross_entropy(outputs @ head + shift, y)
    return [embedding, w, u, jnp.zeros(512), head], optax.adam(1e-3), loss


def autoencoder(start):
    p = perceptron(start, [784, 128, 32, 128, 784])
    x = jax.nn.sigmoid(start.tensor(64, 784))
    return (p, optax.adam(1e-3),
            lambda p: jnp.mean((jax.nn.sigmoid(apply(p, x, jax.nn.relu)) - x) ** 2))


def diffusion(start):
    p = perceptron(start, [17, 64, 64, 1])
    x, y = start.tensor(256, 17), start.tensor(256, 1)
    return p, optax.adam(1e-3), lambda p: jnp.mean((apply(p, x, jax.nn.silu) - y) ** 2)


def gan(start):
    """Two networks in turns: a step of its own, not a loss alone."""
    g, d = perceptron(start, [2, 128, 128, 2]), perceptron(start, [2, 128, 128, 1])
    real, noise = start.tensor(256, 2) * 0.5 + 1, start.tensor(256, 2)
    rule = optax.adam(1e-3)

    def judge(d, x, target):
        return optax.sigmoid_binary_cross_entropy(apply(d, x, jax.nn.relu), target).mean()

    @functools.partial(jax.jit, donate_argnums=0)
    def step(state):
        g, d, g_memory, d_memory = state
        forged = apply(g, noise, jax.nn.relu)
        value, slope = jax.value_and_grad(lambda d: judge(d, real, 1.0) + judge(d, forged, 0.0))(d)
        change, d_memory = rule.update(slope, d_memory)
        d = optax.apply_updates(d, change)
        slope = jax.grad(lambda g: judge(d, apply(g, noise, jax.nn.relu), 1.0))(g)
        change, g_memory = rule.update(slope, g_memory)
        return (optax.apply_updates(g, change), d, g_memory, d_memory), value
    return step, (g, d, rule.init(g), rule.init(d))


class Start:
    """StartingNumbers.swift once more, as JAX's arrays."""

    def __init__(self, torch_start):
        self.start = torch_start

    def tensor(self, *shape):
        return jnp.array(self.start.tensor(*shape).numpy())

    def labels(self, count, classes):
        return jnp.array(self.start.labels(count, classes).numpy())


def prepare(name, torch_start):
    """A function that makes one step and returns its loss; the state stays in here."""
    made = WORKLOADS[name](Start(torch_start))
    if name == "gan":
        step, state = made
    else:
        parameters, rule, loss = made

        @functools.partial(jax.jit, donate_argnums=0)
        def step(state):
            parameters, memory = state
            value, slope = jax.value_and_grad(loss)(parameters)
            change, memory = rule.update(slope, memory)
            return (optax.apply_updates(parameters, change), memory), value
        state = (parameters, rule.init(parameters))

    def one():
        nonlocal state
        state, value = step(state)
        return value
    return one


WORKLOADS = {
    "xor": xor, "mlp": mlp, "lenet": lenet, "lstm": lstm, "autoencoder": autoencoder, "gan": gan,
    "diffusion": diffusion,
}
