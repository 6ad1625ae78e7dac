/** Written by `test/judge/learn-weights.ts`. */
export const LEARNED = {
  bias: -4.308,
  weights: {
    met: 4.593,
    focus: 3.039,
    echoed: 2.251,
    best: -0.412,
    bestSpecific: 1.518,
    people: 0.519,
    local: 0.911,
    demands: 0.988,
    rightMedium: 1.596,
    toBusiness: -0.212,
    isTrade: -0.422,
  },
} as const;
