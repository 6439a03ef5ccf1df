/** @jsxImportSource react */
/**
 * The GraphQL workbench: GraphiQL from our own bundle, so that it works on a machine without the internet, with a
 * login, and with a ready query for each kind of user.
 */
import "./workers";
import "./style.css";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import { chosenLanguage, tellBrowser } from "../language";
import { fetcher } from "./fetcher";
import { LoginBar } from "./login-bar";
import { readyQueries } from "./ready-queries";

tellBrowser(chosenLanguage());

createRoot(document.getElementById("workbench")!).render(
  <div className="page">
    <LoginBar />
    <div className="editor">
      <GraphiQL
        fetcher={fetcher}
        defaultTabs={readyQueries}
        defaultEditorToolsVisibility={false}
        shouldPersistHeaders={false}
      >
        <GraphiQL.Logo>
          <span />
        </GraphiQL.Logo>
      </GraphiQL>
    </div>
  </div>,
);
