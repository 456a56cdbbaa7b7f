/** Takes columns of numbers from one piece of memory, the widest first: for every large piece that it is asked for, V8 looks through all others for garbage. */
export class Pieces {
  readonly #memory: ArrayBuffer;
  #used = 0;

  constructor(bytes: number) {
    this.#memory = new ArrayBuffer(bytes);
  }

  float64(length: number): Float64Array {
    return new Float64Array(this.#memory, this.#next(8 * length), length);
  }

  int32(length: number): Int32Array {
    return new Int32Array(this.#memory, this.#next(4 * length), length);
  }

  uint8(length: number): Uint8Array {
    return new Uint8Array(this.#memory, this.#next(length), length);
  }

  #next(bytes: number): number {
    const start = this.#used;
    this.#used += bytes;
    return start;
  }
}
