# The Sick-Sicker model over many draws at once, as vectorised R: every state is a vector with one value a draw. Sampling is timed too.
# Gives seconds of each round, and the mean cost and effect of each strategy, as JSON on one line.
# Rscript economics-peer.R <draws> <rounds>
given <- as.integer(commandArgs(trailingOnly = TRUE))
n <- given[1]
cycles <- 75
weight <- c(1 / 3, rep(c(2 / 3, 4 / 3), length.out = cycles - 1), 1 / 3) / 1.03^(0:cycles)

work <- function() {
  r_HD <- rgamma(n, 20, scale = 0.0001)
  p_HD <- 1 - exp(-r_HD)
  p_S1D <- 1 - exp(-r_HD * rlnorm(n, log(3), 0.01))
  p_S2D <- 1 - exp(-r_HD * rlnorm(n, log(10), 0.02))
  p_HS1 <- 1 - exp(-rgamma(n, 30, scale = 0.005))
  p_S1H <- 1 - exp(-rgamma(n, 60, scale = 1 / 120))
  r_S1S2 <- rgamma(n, 84, scale = 0.00125)
  hr_B <- rlnorm(n, log(0.6), 0.02)
  c_H <- rgamma(n, 100, scale = 20)
  c_S1 <- rgamma(n, 177.8, scale = 22.5)
  c_S2 <- rgamma(n, 225, scale = 66.7)
  c_A <- rgamma(n, 73.5, scale = 163.3)
  c_B <- rgamma(n, 86.2, scale = 150.8)
  u_H <- rbeta(n, 200, 3)
  u_S1 <- rbeta(n, 130, 45)
  u_S2 <- rbeta(n, 230, 230)
  u_A <- rbeta(n, 300, 15)
  strategies <- list(c(0, 0), c(1, 0), c(0, 1), c(1, 1))
  unlist(lapply(strategies, function(on) {
    p_S1S2 <- 1 - exp(-r_S1S2 * (if (on[2] == 1) hr_B else 1))
    HS1 <- (1 - p_HD) * p_HS1
    HH <- 1 - HS1 - p_HD
    S1H <- (1 - p_S1D) * p_S1H
    S1S2 <- (1 - p_S1D) * p_S1S2
    S1S1 <- 1 - S1H - S1S2 - p_S1D
    S2S2 <- 1 - p_S2D
    H <- rep(1, n); S1 <- numeric(n); S2 <- numeric(n)
    inH <- weight[1] * H; inS1 <- numeric(n); inS2 <- numeric(n)
    for (t in 1:cycles) {
      nextS2 <- S1 * S1S2 + S2 * S2S2
      nextS1 <- H * HS1 + S1 * S1S1
      H <- H * HH + S1 * S1H
      S1 <- nextS1; S2 <- nextS2
      inH <- inH + weight[t + 1] * H
      inS1 <- inS1 + weight[t + 1] * S1
      inS2 <- inS2 + weight[t + 1] * S2
    }
    treated <- on[1] * c_A + on[2] * c_B
    cost <- inH * c_H + inS1 * (c_S1 + treated) + inS2 * (c_S2 + treated)
    effect <- inH * u_H + inS1 * (if (on[1] == 1) u_A else u_S1) + inS2 * u_S2
    c(mean(cost), mean(effect))
  }))
}
set.seed(1)
seconds <- numeric(0)
for (round in seq_len(given[2])) {
  seconds <- c(seconds, system.time(values <- work())[["elapsed"]])
}
numbers <- function(x) paste(format(x, digits = 17, trim = TRUE), collapse = ", ")
cat(sprintf('{"version": "%s", "seconds": [%s], "values": [%s]}\n', getRversion(), numbers(seconds), numbers(values)))
