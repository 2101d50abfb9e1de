<%@ WebHandler Language="C#" CodeBehind="DocumentHandler.cs" Class="Intranet.Handlers.DocumentHandler" %>
