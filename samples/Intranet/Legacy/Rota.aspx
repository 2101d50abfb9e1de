<%@ Page Language="C#" AutoEventWireup="true" CodeBehind="Rota.aspx.cs" Inherits="Intranet.Legacy.Rota" %>
<!DOCTYPE html>
<html>
<head runat="server"><title>Rota</title></head>
<body>
    <form id="form" runat="server">
        <h1>Week <%= Request.QueryString["week"] %></h1> <%-- expect: xss --%>
        <h2>Week <%: Request.QueryString["week"] %></h2> <%-- expect: none --%>
        <asp:Label ID="Notice" runat="server" />
        <asp:Label ID="Footer" runat="server" />
        <asp:TextBox ID="State" runat="server" />
        <asp:Button ID="Restore" runat="server" Text="Restore" OnClick="Restore_Click" />
        <asp:Button ID="RestoreXml" runat="server" Text="Restore from XML" OnClick="RestoreXml_Click" />
        <asp:Button ID="Back" runat="server" Text="Back" OnClick="Back_Click" />
    </form>
</body>
</html>
