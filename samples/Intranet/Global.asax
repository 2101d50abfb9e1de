<%@ Application Codebehind="Global.asax.cs" Inherits="Intranet.MvcApplication" Language="C#" %>
