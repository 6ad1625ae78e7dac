/** Written by `test/judge/learn-weights.ts`. */
export const LEARNED = {
  bias: -4.162,
  weights: {
    met: 5.768,
    focus: 2.804,
    echoed: 3.351,
    best: -1.296,
    bestSpecific: 1.526,
    people: 0.749,
    local: 1.726,
    demands: 1.177,
    toBusiness: -0.185,
    isTrade: -0.53,
  },
} as const;
