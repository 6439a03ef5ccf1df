const h="redline.language";function S(){try{return localStorage.getItem(h)==="en"?"en":"zh"}catch{return"zh"}}function k(e){try{localStorage.setItem(h,e)}catch{}m(e)}function m(e){document.documentElement.lang=f(e)}function f(e){return e==="zh"?"zh-CN":"en-GB"}function y(e){return e==="zh"?"ZH":"EN"}const i="redline.token",u=new Set;function l(){return sessionStorage.getItem(i)}function g(e){e===null?sessionStorage.removeItem(i):sessionStorage.setItem(i,e);for(const n of u)n()}function O(e){return u.add(e),()=>u.delete(e)}class a extends Error{constructor(n,r=""){super(r),this.trouble=n}trouble}const w="/graphql";function p(e){const n=l();return{"content-type":"application/json",accept:"application/graphql-response+json, application/json;q=0.9",...e?{"accept-language":e}:{},...n?{authorization:`Bearer ${n}`}:{}}}async function d(e,n={},r){const t=l();let o;try{o=await fetch(w,{method:"POST",credentials:"same-origin",headers:p(r),body:JSON.stringify({query:e,variables:n})})}catch{throw new a("unreachable")}const c=await o.json().catch(()=>({})),s=c.errors?.[0];if(o.status===401||s?.extensions?.code==="UNAUTHENTICATED")throw t!==null&&l()===t&&g(null),new a("logged-out",s?.message);if([502,503,504].includes(o.status))throw new a("unreachable");if(s?.extensions?.code==="FORBIDDEN")throw new a("refused",s.message);if(s!==void 0||c.data==null)throw new a("failed",s?.message);return c.data}const E=`mutation LogIn($login: String!, $password: String!) {
  login(input: { login: $login, password: $password }) {
    token
    userErrors { message }
    viewer { person { name } }
  }
}
`,I=`mutation LogOut {
  logout { userErrors { message } }
}
`;async function b(e,n,r){const{login:t}=await d(E,{login:e,password:n},f(r));return t.token===null?{refusal:t.userErrors.map(o=>o.message).join(" ")}:(g(t.token),{name:t.viewer?.person.name??e})}async function N(){await d(I).catch(()=>{}),g(null)}const j="/assets/mark-Bc3tjVbw.svg";export{w as E,a as R,S as a,b,y as c,m as d,k as e,N as f,p as h,g as k,f as l,j as m,O as o,d as r,l as t};
