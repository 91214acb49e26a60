# Times pROC on the columns that the bench wrote, and gives what it found, as JSON on one line.
# Rscript statistics-peer.R <task> <file> <cases> <rounds>
suppressPackageStartupMessages(library(pROC))
given <- commandArgs(trailingOnly = TRUE)
task <- given[1]
cases <- as.integer(given[3])
columns <- matrix(readBin(given[2], "double", file.size(given[2]) / 8, endian = "little"), nrow = cases)
curve <- function(i) roc(columns[, 1], columns[, i], levels = c(0, 1), direction = "<", quiet = TRUE)
work <- switch(task,
  auc = function() { r <- curve(2); limits <- ci.auc(r, method = "delong"); c(auc(r), limits[1], limits[3]) },
  paired = function() {
    a <- curve(2); b <- curve(3)
    c(auc(a), auc(b), roc.test(a, b, method = "delong", paired = TRUE)$statistic)
  },
  bootstrap = function() {
    limits <- ci.auc(curve(2), method = "bootstrap", boot.n = 2000, progress = "none")
    c(limits[1], limits[3])
  }
)
seconds <- numeric(0)
for (round in seq_len(as.integer(given[4]))) {
  seconds <- c(seconds, system.time(values <- as.numeric(work()))[["elapsed"]])
}
numbers <- function(x) paste(format(x, digits = 17, trim = TRUE), collapse = ", ")
cat(sprintf('{"version": "%s", "seconds": [%s], "values": [%s]}\n', packageVersion("pROC"), numbers(seconds), numbers(values)))
