/** Names joined into sets (union-find with path halving); a name is known from its first mention on. */
export class DisjointSets {
  readonly #parent = new Map<string, string>();

  /** The name that stands for the whole set. */
  find(name: string): string {
    let at = name;
    for (;;) {
      const parent = this.#parent.get(at);
      if (parent === undefined) this.#parent.set(at, at);
      if (parent === undefined || parent === at) return at;
      const above = this.#parent.get(parent) ?? parent;
      this.#parent.set(at, above);
      at = above;
    }
  }

  join(one: string, other: string): void {
    this.#parent.set(this.find(one), this.find(other));
  }

  /** One name per set, in the order of their first mention. */
  roots(): readonly string[] {
    return [...this.#parent.keys()].filter((name) => this.find(name) === name);
  }
}
