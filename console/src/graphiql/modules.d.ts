/** Parts of the editor that are imported for their effect and ship without types of their own. */
declare module "monaco-editor/esm/vs/*";
