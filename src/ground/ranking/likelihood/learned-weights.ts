/** Written by `test/judge/learn-weights.ts`. */
export const LEARNED = {
  bias: -4.295,
  weights: {
    met: 4.652,
    focus: 3.012,
    echoed: 2.307,
    best: -0.413,
    bestSpecific: 1.439,
    people: 0.523,
    local: 0.93,
    demands: 0.969,
    rightMedium: 1.559,
    toBusiness: -0.203,
    isTrade: -0.433,
  },
} as const;
