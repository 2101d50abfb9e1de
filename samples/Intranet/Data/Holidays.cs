using System.Collections.Generic;
using System.IO;
using System.Xml;

namespace Intranet.Data
{
    /// <summary>Holiday requests, as the old desktop program sends them.</summary>
    public static class Holidays
    {
        public static IList<string> Days(Stream request)
        {
            var document = new XmlDocument { XmlResolver = new XmlUrlResolver() }; // expect: xxe-unsafe-parser
            document.Load(request); // expect: xxe
            return Read(document);
        }

        public static IList<string> DaysWithoutResolver(Stream request)
        {
            var document = new XmlDocument { XmlResolver = null }; // expect: none
            document.Load(request); // expect: none
            return Read(document);
        }

        private static IList<string> Read(XmlDocument document)
        {
            var days = new List<string>();
            foreach (XmlNode day in document.GetElementsByTagName("day"))
                days.Add(day.InnerText);
            return days;
        }
    }
}
