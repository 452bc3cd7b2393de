// The programs in which a server opens files: found by their parent, and by the file they have before them.

import fs from 'node:fs';

/** As the kernel cuts their names. */
const programs = { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe', 'magpie-media-wo': 'worker' };

/** Processes whose parent is `pid`, with the names of their programs. */
export function childrenOf(pid) {
  const children = [];
  for (const task of read(() => fs.readdirSync(`/proc/${pid}/task`)) ?? []) {
    const ids = read(() => fs.readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')) ?? '';
    for (const id of ids.split(' ').filter(Boolean).map(Number)) {
      const name = read(() => fs.readFileSync(`/proc/${id}/comm`, 'utf8').trim());
      // Before it becomes another program a new process still has the name of its parent.
      if (programs[name]) children.push({ pid: id, name: programs[name] });
    }
  }
  return children;
}

/** The server with everything that it started, as a control group has it. */
export function familyOf(pid) {
  const below = (one) => [one, ...childrenOf(one).flatMap((child) => below(child.pid))];
  return below(pid);
}

/** The inode of the original that a child works on, which is a name of the original's own; undefined where it rests. */
export function fileOf(child, scratch) {
  const words = read(() => fs.readFileSync(`/proc/${child.pid}/cmdline`, 'utf8'))?.split('\0') ?? [];
  // Its arguments name descriptors; what these are, its environment says.
  const variables = read(() => fs.readFileSync(`/proc/${child.pid}/environ`, 'utf8'))?.split('\0') ?? [];
  for (const one of variables) if (one.startsWith('MAGPIE_PATHS=')) words.push(...one.slice('MAGPIE_PATHS='.length).split(':'));
  const named = words.map((word) => word.replace(/^file:/, '')).filter((word) => word.endsWith('/original') || word.endsWith('/in'));
  for (const name of named) {
    const inode = inodeOf(name.endsWith('/in') ? `${name}/original` : name);
    if (inode) return originalOfFrame(inode, scratch) ?? inode;
  }
}

/** A picture worker may have a frame before it that was taken from a video; both lie in one folder. */
function originalOfFrame(inode, scratch) {
  for (const folder of read(() => fs.readdirSync(scratch)) ?? []) {
    const made = read(() => fs.readdirSync(`${scratch}/${folder}/out`)) ?? [];
    if (made.some((name) => inodeOf(`${scratch}/${folder}/out/${name}`) === inode)) return inodeOf(`${scratch}/${folder}/original`);
  }
}

const inodeOf = (name) => read(() => fs.statSync(name).ino);

/** False where it has ended meanwhile. */
export function signal(pid, name) {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

function read(look) {
  try {
    return look();
  } catch {
    // It has ended.
  }
}
