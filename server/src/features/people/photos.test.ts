import "reflect-metadata";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { mountPictures } from "../../platform/files/exchange.ts";
import { photosOf } from "../../schema/photos.ts";
import { World, type Actor, type TestGroup } from "../../testing/world.ts";
import { forgetUnusedPhotos } from "./jobs.ts";

let world: World;
let group: TestGroup;
let server: Server;
let url: string;
/** Who asks: a name in the header that stands for a session. */
const actors = new Map<string, Actor>();
const known = (actor: Actor) => {
  actors.set(actor.personId, actor);
  return actor;
};
beforeAll(async () => {
  world = await World.open(inject("postgresUrl"));
  group = await world.group();
  const app = express();
  const authenticate = async (_req: unknown, name?: string) =>
    actors.get(name ?? "")?.viewer ?? null;
  mountPictures({
    app,
    authenticate,
    publicUrl: "http://localhost:4000",
    ...photosOf(world.house),
  });
  server = createServer(app).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await world.close();
});

let shade = 0;
const picture = () =>
  sharp({
    create: { width: 400, height: 300, channels: 3, background: { r: (shade += 5), g: 9, b: 9 } },
  })
    .jpeg()
    .toBuffer();
interface Sent {
  key: string;
  photo: { small: string; large: string };
}
const post = (by: Actor | null, bytes: Buffer, headers: Record<string, string> = {}) =>
  fetch(`${url}/files/photos`, {
    method: "POST",
    headers: {
      "content-type": "image/jpeg",
      "x-baraza-upload": "1",
      ...(by && { authorization: by.personId }),
      ...headers,
    },
    body: new Uint8Array(bytes),
  });
const sendAs = async (by: Actor) => (await (await post(by, await picture())).json()) as Sent;
const statusOf = async (by: Actor | null, address: string) =>
  (await fetch(`${url}${address}`, { headers: by ? { authorization: by.personId } : {} })).status;
const setAs = (by: Actor, photo: string | null, more: object = {}) =>
  by.act("updateProfile", { photo, ...more }, "person { photo { small large } }");

describe("sending a picture", () => {
  it("gives its key and addresses, and the profile takes it by the key", async () => {
    const ada = known(await group.admit());
    const { key, photo } = await sendAs(ada);
    expect(photo.small).toBe(`/files/photos/${key}-96.webp`);
    expect((await setAs(ada, key))["person"].photo).toEqual(photo);
    const answer = await fetch(`${url}${photo.large}`, {
      headers: { authorization: ada.personId },
    });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/webp",
      "cache-control": "private, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    });
    const { format, width } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect({ format, width }).toEqual({ format: "webp", width: 384 });
    expect((await setAs(ada, null))["person"].photo).toBeNull();
  });

  it("is for who is signed in, from a page of ours, within the scope", async () => {
    const ada = known(await group.admit());
    const bytes = await picture();
    expect((await post(null, bytes)).status).toBe(401);
    expect((await post(ada, bytes, { "x-baraza-upload": "" })).status).toBe(403);
    const elsewhere = { cookie: "a=b", origin: "https://elsewhere.example" };
    expect((await post(ada, bytes, elsewhere)).status).toBe(403);
    const app = ada.withScopes(new Set(["profile:read"]));
    actors.set("app", app);
    expect((await post(null, bytes, { authorization: "app" })).status).toBe(403);
  });

  it("says in the answer what is wrong with it", async () => {
    const ada = known(await group.admit());
    const wrong = async (bytes: Buffer, headers: Record<string, string> = {}) => {
      const answer = await post(ada, bytes, headers);
      const { error } = (await answer.json()) as { error: { code: string; message: string } };
      expect(error.message).toMatch(/^[A-Z].{10,}\.$/);
      return [answer.status, error.code];
    };
    expect(await wrong(Buffer.from("<svg/>"))).toEqual([422, "NOT_A_PICTURE"]);
    expect(await wrong(Buffer.alloc(0))).toEqual([400, "NOT_A_PICTURE"]);
    expect(await wrong(await picture(), { "content-type": "image/png" })).toEqual([
      422,
      "TYPE_MISMATCH",
    ]);
    expect(await wrong(Buffer.alloc(10 * 1024 * 1024 + 1))).toEqual([413, "TOO_LARGE"]);
  });

  it("ends for a while after very many", async () => {
    const eager = known(await group.admit());
    const statuses: number[] = [];
    for (let count = 0; count < 31; count += 1)
      statuses.push((await post(eager, Buffer.from("x"))).status);
    expect(statuses.slice(0, 30).every((status) => status === 422)).toBe(true);
    expect(statuses[30]).toBe(429);
  });
});

describe("a picture's address", () => {
  it("answers whom the person tells, and for all others there is nothing", async () => {
    const ada = known(await group.admit());
    const beside = known(await group.admit());
    const elsewhere = known(await group.admit());
    await group.remove(elsewhere);
    const stranger = known(await world.person());
    const { key, photo } = await sendAs(ada);
    await setAs(ada, key);
    const seenBy = async () =>
      Promise.all(
        [ada, beside, elsewhere, stranger, null].map((who) => statusOf(who, photo.small)),
      );
    expect(await seenBy()).toEqual([200, 200, 200, 404, 404]);
    await setAs(ada, key, { audiences: [{ field: "PHOTO", audience: "GROUPS" }] });
    expect(await seenBy()).toEqual([200, 200, 404, 404, 404]);
    await setAs(ada, key, { audiences: [{ field: "PHOTO", audience: "ONLY_ME" }] });
    expect(await seenBy()).toEqual([200, 404, 404, 404, 404]);
    const NODE = "query($id: ID!) { node(id: $id) { ... on Person { photo { small } } } }";
    expect((await beside.ask(NODE, { id: ada.id }))["node"].photo).toBeNull();
  });

  it("is its owner's alone until the profile takes it, and after it was replaced", async () => {
    const ada = known(await group.admit());
    const beside = known(await group.admit());
    const first = await sendAs(ada);
    expect(await statusOf(beside, first.photo.small)).toBe(404);
    expect(await statusOf(ada, first.photo.small)).toBe(200);
    await setAs(ada, first.key);
    const second = await sendAs(ada);
    await setAs(ada, second.key);
    expect(await statusOf(beside, second.photo.small)).toBe(200);
    expect(await statusOf(beside, first.photo.small)).toBe(404);
  });

  it("is refused for somebody else's profile, though the bytes be the same", async () => {
    const ada = known(await group.admit());
    const eve = known(await group.admit());
    const bytes = await picture();
    const { key } = (await (await post(ada, bytes)).json()) as Sent;
    expect(await eve.refusalOf("updateProfile", { photo: key })).toBe("INVALID_INPUT photo");
    const own = (await (await post(eve, bytes)).json()) as Sent;
    expect(own.key).not.toBe(key);
    for (const odd of ["", "x", "\u0000", "../etc/passwd", "'; --"])
      expect(await eve.refusalOf("updateProfile", { photo: odd })).toBe("INVALID_INPUT photo");
  });

  it("cannot be led elsewhere by its name", async () => {
    const ada = known(await group.admit());
    const { key } = await sendAs(ada);
    for (const name of [
      `${key}-100.webp`,
      `${key}-96.png`,
      `..%2f${key}-96.webp`,
      `${key}-96.webp%0d%0aset-cookie:a=b`,
      "%E2%80%AEgpj.exe",
      "x".repeat(300),
    ])
      expect(await statusOf(ada, `/files/photos/${name}`), name).toBe(404);
  });
});

it("forgets after a day what is in nobody's profile, and nothing else", async () => {
  const ada = known(await group.admit());
  const [kept, unused, fresh] = [await sendAs(ada), await sendAs(ada), await sendAs(ada)];
  await setAs(ada, kept.key);
  const { db } = world.house.database;
  await db
    .updateTable("photo")
    .set({ createdAt: new Date(Date.now() - 90_000_000) })
    .where("hash", "in", [kept.key, unused.key])
    .execute();
  await forgetUnusedPhotos(world.house);
  const there = async ({ photo }: Sent) => [
    await statusOf(ada, photo.small),
    (await world.house.blobs.get(photo.large.replace("/files/", ""))) !== null,
  ];
  expect(await there(kept)).toEqual([200, true]);
  expect(await there(fresh)).toEqual([200, true]);
  expect(await there(unused)).toEqual([404, false]);
  expect(await ada.refusalOf("updateProfile", { photo: unused.key })).toBe("INVALID_INPUT photo");
});
