import type { Server as HttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Authority } from '../certificates/authority.ts'
import type { Contract } from '../contract/types.ts'
import { Validators } from '../contract/validators.ts'
import { SettingsError } from '../errors.ts'
import { Clock } from './clock.ts'
import { type Control } from './control.ts'
import { type ControlServer, startControlServer } from './control-server.ts'
import { createControl } from './local-control.ts'
import type { Personality } from './personality.ts'
import { Router } from './router.ts'
import { basePath, createServer } from './server.ts'
import { applyTransport, Certificates } from './transport.ts'
import { createWorld, type World } from './world.ts'

/** How to start a sandbox. */
export interface SandboxOptions {
  readonly contract: Contract
  readonly schemasDirectory: string
  readonly clock: 'frozen' | 'running'
  /** When the virtual time starts; now, unless given. */
  readonly startAt?: Date
  /** Port on loopback; 0 takes any. */
  readonly port?: number
  /** Port of the control plane on loopback; undefined opens none. */
  readonly controlPort?: number | undefined
  /** Calls per minute and application; 60 unless given. */
  readonly quota?: number
  /** As documented, unless given. */
  readonly personality?: Personality | undefined
}

/** A running sandbox. */
export interface Sandbox {
  readonly baseUrl: string
  readonly originUrl: string
  readonly controlUrl: string | undefined
  /** The certificate authority to trust, in PEM. */
  readonly caPem: string
  readonly control: Control
  close(): Promise<void>
}

/** Starts the reference sandbox on loopback; SettingsError `port-in-use` when a port is taken. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const certificates = await Certificates.create(new Date())
  const world = openWorld(options, certificates.authority)
  const server = createServer(new Router(world), {
    cert: certificates.honest.chainPem,
    key: certificates.honest.keyPem,
  })
  const port = await listen(server, options.port ?? 0)
  let applied = world.behaviour.transport
  const control = createControl(world, async () => {
    // Most changes do not touch the port, and a new secure context costs time.
    if (JSON.stringify(applied) === JSON.stringify(world.behaviour.transport)) return
    applied = world.behaviour.transport
    await applyTransport(server.server as unknown as HttpsServer, certificates, applied)
  })
  const controlServer = await openControl(control, server, options.controlPort)
  const originUrl = `https://localhost:${port}`
  return {
    baseUrl: originUrl + basePath,
    originUrl,
    controlUrl: controlServer?.url,
    caPem: certificates.authority.certificatePem,
    control,
    close: async () => {
      await Promise.all([server.close(), controlServer?.close()])
    },
  }
}

function openWorld(
  { contract, schemasDirectory, clock, startAt, quota = 60, personality }: SandboxOptions,
  authority: Authority,
): World {
  return createWorld({
    contract,
    validators: new Validators(schemasDirectory),
    schemasDirectory,
    clock: new Clock(clock, startAt ?? new Date()),
    authority,
    quota,
    personality,
  })
}

/** A sandbox whose control plane cannot start does not run without it. */
async function openControl(
  control: Control,
  server: FastifyInstance,
  port: number | undefined,
): Promise<ControlServer | undefined> {
  if (port === undefined) return undefined
  try {
    return await startControlServer(control, port)
  } catch (error) {
    await server.close()
    throw error
  }
}

async function listen(server: FastifyInstance, port: number): Promise<number> {
  try {
    await server.listen({ host: '127.0.0.1', port })
  } catch (cause) {
    throw new SettingsError('port-in-use', `port ${port} is in use`, {
      cause,
      fix: 'stop what listens there, or choose another with --port',
    })
  }
  return (server.server.address() as AddressInfo).port
}
