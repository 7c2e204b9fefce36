/// How one weight moves, once its slope is known.
///
/// Every rule of this lesson treats each weight by itself: what it remembers, it remembers for that
/// weight alone. A network of a million weights has a million of these.
protocol UpdateRule {
  /// Moves the weight w; the slope g is the derivative of the loss by w.
  mutating func move(_ w: inout Float, slope g: Float)
}

/// Straight downhill, by as much as it is steep. (Cauchy 1847; with noisy slopes: Robbins, Monro
/// 1951)
struct GradientDescent: UpdateRule {
  var learningRate: Float

  mutating func move(_ w: inout Float, slope g: Float) {
    w -= learningRate * g
  }
}

/// A heavy ball: it keeps most of its velocity, and the slope only changes that. (Polyak 1964)
struct Momentum: UpdateRule {
  var learningRate: Float
  var momentum: Float = 0.9
  private var velocity: Float = 0

  init(learningRate: Float, momentum: Float = 0.9) {
    self.learningRate = learningRate
    self.momentum = momentum
  }

  mutating func move(_ w: inout Float, slope g: Float) {
    velocity = momentum * velocity + g
    w -= learningRate * velocity
  }
}

/// A ball that looks ahead, and brakes before the slope turns. (Nesterov 1983)
struct Nesterov: UpdateRule {
  var learningRate: Float
  var momentum: Float = 0.9
  private var velocity: Float = 0

  init(learningRate: Float) { self.learningRate = learningRate }

  mutating func move(_ w: inout Float, slope g: Float) {
    velocity = momentum * velocity + g
    w -= learningRate * (g + momentum * velocity)
  }
}

/// Shorter steps for a weight that has seen steep slopes. (Duchi, Hazan, Singer 2011)
struct Adagrad: UpdateRule {
  var learningRate: Float
  private var squares: Float = 0

  init(learningRate: Float) { self.learningRate = learningRate }

  mutating func move(_ w: inout Float, slope g: Float) {
    squares += g * g
    w -= learningRate * g / (squares.squareRoot() + 1e-10)
  }
}

/// A running mean of the squares in place of Adagrad's sum. (Hinton 2012, with 0.9 and 0.1)
struct RMSProp: UpdateRule {
  var learningRate: Float
  var decay: Float = 0.99
  private var squares: Float = 0

  init(learningRate: Float) { self.learningRate = learningRate }

  mutating func move(_ w: inout Float, slope g: Float) {
    squares = decay * squares + (1 - decay) * g * g
    w -= learningRate * g / (squares.squareRoot() + 1e-8)
  }
}

/// Steps as long as its steps have been: no learning rate is left to choose. (Zeiler 2012)
struct Adadelta: UpdateRule {
  var decay: Float = 0.9
  var epsilon: Float = 1e-6
  private var squares: Float = 0
  private var moves: Float = 0

  init() {}

  mutating func move(_ w: inout Float, slope g: Float) {
    squares = decay * squares + (1 - decay) * g * g
    let move = (moves + epsilon).squareRoot() / (squares + epsilon).squareRoot() * g
    moves = decay * moves + (1 - decay) * move * move
    w -= move
  }
}

/// Momentum over RMSProp, each mean corrected for having begun at zero. (Kingma, Ba 2015)
///
/// With weight decay it is AdamW: the weight shrinks by itself, apart from the slope.
/// (Loshchilov, Hutter 2019)
struct Adam: UpdateRule {
  var learningRate: Float
  var beta1: Float = 0.9
  var beta2: Float = 0.999
  var weightDecay: Float = 0
  private var mean: Float = 0
  private var squares: Float = 0
  private var beta1Power: Float = 1  // beta1^t
  private var beta2Power: Float = 1  // beta2^t

  init(learningRate: Float, weightDecay: Float = 0) {
    self.learningRate = learningRate
    self.weightDecay = weightDecay
  }

  mutating func move(_ w: inout Float, slope g: Float) {
    mean = beta1 * mean + (1 - beta1) * g
    squares = beta2 * squares + (1 - beta2) * g * g
    beta1Power *= beta1
    beta2Power *= beta2
    let m = mean / (1 - beta1Power)
    let v = squares / (1 - beta2Power)
    w -= learningRate * weightDecay * w
    w -= learningRate * m / (v.squareRoot() + 1e-8)
  }
}
