import { parentPort, workerData } from 'node:worker_threads'
import { networkCrowdOut } from '../src/crowd-out/domain/coverage.js'
import { crowdOut } from '../src/crowd-out/domain/crowd-out.js'
import { generatedNetwork } from './crowd-out-plan.js'

/** Computes its part of the networks. */
const { from, to } = workerData as { readonly from: number; readonly to: number }
for (let network = from; network < to; network += 1) networkCrowdOut(generatedNetwork(network).map((plan) => crowdOut(plan)))
parentPort?.postMessage('done')
