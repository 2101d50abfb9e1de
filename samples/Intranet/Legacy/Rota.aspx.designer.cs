namespace Intranet.Legacy
{
    public partial class Rota
    {
        protected global::System.Web.UI.HtmlControls.HtmlForm form;
        protected global::System.Web.UI.WebControls.Label Notice;
        protected global::System.Web.UI.WebControls.Label Footer;
        protected global::System.Web.UI.WebControls.TextBox State;
        protected global::System.Web.UI.WebControls.Button Restore;
        protected global::System.Web.UI.WebControls.Button RestoreXml;
        protected global::System.Web.UI.WebControls.Button Back;
    }
}
