import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fail, succeed, type Result } from '@daero/domain/result';
import { root } from './project/root.ts';
import { nameOfFolder, projectReader, type ProjectReader, type Reading } from './views/project-reader.ts';

/** The evidence repositories of this installation: those below DAERO_EXAMPLES, and those that DAERO_PROJECTS names. */
export function projectFolders(named = process.env.DAERO_PROJECTS ?? ''): readonly string[] {
  const examples = process.env.DAERO_EXAMPLES ?? join(root, 'examples');
  const shipped = existsSync(examples) ? readdirSync(examples).map((name) => join(examples, name)) : [];
  const further = named
    .split(delimiter)
    .filter((path) => path !== '')
    .map((path) => resolve(path));
  return [...shipped.filter((folder) => existsSync(join(folder, 'plan.yaml'))), ...further];
}

export type OpenedProject = {
  readonly id: string;
  readonly reader: ProjectReader;
  readonly reading: Result<Reading>;
};

export type Projects = {
  readonly all: () => Promise<readonly OpenedProject[]>;
  readonly find: (id: string) => Promise<Result<OpenedProject>>;
};

/** Repositories by the id of their plan; a second of the same id gets a number behind it. */
export function projects(folders: () => readonly string[]): Projects {
  const readers = new Map<string, ProjectReader>();
  const readerOf = (folder: string): ProjectReader => {
    const reader = readers.get(folder) ?? projectReader(folder);
    readers.set(folder, reader);
    return reader;
  };
  const all = async (): Promise<readonly OpenedProject[]> => {
    const taken = new Map<string, number>();
    const opened = folders().map(async (folder) => ({
      reader: readerOf(folder),
      reading: await readerOf(folder).read(),
    }));
    return (await Promise.all(opened)).map(({ reader, reading }) => {
      const name = reading.ok ? reading.value.project.checked.plan.id : nameOfFolder(reader.folder);
      const times = (taken.get(name) ?? 0) + 1;
      taken.set(name, times);
      return { id: times === 1 ? name : `${name}.${times}`, reader, reading };
    });
  };
  return {
    all,
    find: async (id) => {
      const found = (await all()).find((one) => one.id === id);
      return found === undefined ? fail({ kind: 'project-unknown', project: id }) : succeed(found);
    },
  };
}
