import { open, type Walk } from './step.js'

export const others: Walk = ['Ingrid Falconbridge', [{ name: 'home-other', go: open('/') }]]
