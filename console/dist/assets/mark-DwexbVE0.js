const m="redline.language";function R(){try{return localStorage.getItem(m)==="en"?"en":"zh"}catch{return"zh"}}function q(e){try{localStorage.setItem(m,e)}catch{}E(e)}function E(e){document.documentElement.lang=a(e)}function a(e){return e==="zh"?"zh-CN":"en-GB"}function D(e){return e==="zh"?"ZH":"EN"}const g="redline.session",l=new Set;function f(){return localStorage.getItem(g)}function d(e){e?localStorage.setItem(g,crypto.randomUUID?.()??String(performance.now())):localStorage.removeItem(g),p()}function C(e){return l.size===0&&addEventListener("storage",h),l.add(e),()=>{l.delete(e),l.size===0&&removeEventListener("storage",h)}}function h(e){(e.key===g||e.key===null)&&p()}function p(){for(const e of l)e()}class u extends Error{constructor(n,s=""){super(s),this.trouble=n}trouble}const S="/graphql";function y(e){return{"content-type":"application/json",accept:"application/graphql-response+json, application/json;q=0.9",...e?{"accept-language":e}:{}}}async function i(e,n={},s){const o=f();let t;try{t=await fetch(S,{method:"POST",credentials:"same-origin",headers:y(s),body:JSON.stringify({query:e,variables:n})})}catch{throw new u("unreachable")}const c=await t.json().catch(()=>({})),r=c.errors?.[0];if(t.status===401||r?.extensions?.code==="UNAUTHENTICATED")throw o!==null&&f()===o&&d(!1),new u("logged-out",r?.message);if([502,503,504].includes(t.status))throw new u("unreachable");if(r?.extensions?.code==="FORBIDDEN")throw new u("refused",r.message);if(r!==void 0||c.data==null)throw new u("failed",r?.message);return c.data}const P=`mutation ChangePassword($current: String!, $new: String!) {
  changePassword(input: { current: $current, new: $new }) { userErrors { code message } }
}
`,$=`mutation LogIn($login: String!, $password: String!, $code: String) {
  login(input: { login: $login, password: $password, code: $code, cookie: true }) {
    userErrors { code message }
    viewer { person { name } }
  }
}
`,O=`mutation LogOutEverywhere {
  logoutEverywhere { userErrors { message } }
}
`,v=`mutation LogOut {
  logout { userErrors { message } }
}
`,I=`mutation RequestPasswordReset($login: String!) {
  requestPasswordReset(input: { login: $login }) { userErrors { code message } }
}
`,N=`mutation SetPassword($code: String!, $password: String!) {
  setPassword(input: { code: $code, password: $password }) { login userErrors { code message } }
}
`;async function b(e,n,s,o){const{login:t}=await i($,{login:e,password:n,code:s},a(o));if(t.viewer===null){const c=t.userErrors.some(r=>["SECOND_FACTOR_NEEDED","WRONG_CODE"].includes(r.code));return{refusal:w(t.userErrors),wantsCode:c}}return d(!0),{name:t.viewer.person.name}}async function j(){await i(v).catch(()=>{}),d(!1)}async function z(e){await i(O,{},a(e)),d(!1)}async function L(e,n){const s=await i(I,{login:e},a(n));return w(s.requestPasswordReset.userErrors)}async function k(e,n,s){const{setPassword:o}=await i(N,{code:e,password:n},a(s));return o.login===null?{refusal:w(o.userErrors)}:{login:o.login}}async function M(e,n,s){return w((await i(P,{current:e,new:n},a(s))).changePassword.userErrors)}function w(e){return e.map(n=>n.message).join(" ")}const T="/assets/mark-Bc3tjVbw.svg";export{S as E,u as R,R as a,L as b,D as c,z as d,M as e,b as f,q as g,j as h,f as i,y as j,d as k,a as l,C as o,T as p,i as r,k as s,E as t};
